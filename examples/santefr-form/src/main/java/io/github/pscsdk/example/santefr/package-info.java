/**
 * A stand-in of the Santé.fr form, on which professionals declare where they test and vaccinate. Santé.fr publishes no
 * interface to submit to; this service lets practice software rehearse one.
 *
 * <p>Embed it with {@link io.github.pscsdk.example.santefr.FormServer}, or run {@link
 * io.github.pscsdk.example.santefr.FormMain} alone. The packages below are for this service only. Every type is safe
 * for any thread.
 */
package io.github.pscsdk.example.santefr;
