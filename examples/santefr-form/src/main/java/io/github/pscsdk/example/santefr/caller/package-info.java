/**
 * The professional who calls the form, as an authorization server vouches for them. Immutable values and one seam; safe
 * for any thread.
 */
package io.github.pscsdk.example.santefr.caller;
