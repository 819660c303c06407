/**
 * The proxy checks itself as a client of Pro Santé Connect: certificate, addresses, clock, the way there, what is
 * published there, and whether the client is taken. For {@code GET /v1/diagnosis}, and for the drift watch.
 *
 * <p>By connections of its own, so that logins do not notice. No thread waits, an answer is there within 3 seconds
 * whatever happens, no person is asked for and no device rings.
 */
package io.github.pscsdk.proxy.internal.diagnosis;
