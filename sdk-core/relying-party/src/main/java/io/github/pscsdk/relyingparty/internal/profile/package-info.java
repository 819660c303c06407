/** What is particular to Pro Santé Connect: values only, for every package here; and which addresses it may be reached at. */
package io.github.pscsdk.relyingparty.internal.profile;
