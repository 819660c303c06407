/** What is particular to Pro Santé Connect: values only, for every package here. */
package io.github.pscsdk.relyingparty.internal.profile;
