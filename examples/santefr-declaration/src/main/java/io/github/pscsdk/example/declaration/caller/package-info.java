/**
 * The professional who declares, as Pro Santé Connect or an authorization server vouches for them. Immutable values; safe
 * for any thread.
 */
package io.github.pscsdk.example.declaration.caller;
