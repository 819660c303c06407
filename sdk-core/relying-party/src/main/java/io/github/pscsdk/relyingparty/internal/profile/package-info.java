/**
 * The particulars of Pro Santé Connect, values only, for every package here; and the addresses that may be sent a
 * secret.
 */
package io.github.pscsdk.relyingparty.internal.profile;
