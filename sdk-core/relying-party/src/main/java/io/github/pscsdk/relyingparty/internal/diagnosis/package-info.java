/**
 * The server half checks itself: certificate, addresses, clock, the way to Pro Santé Connect, what it publishes, and
 * whether it takes this client. For the relying party.
 *
 * <p>Asynchronous: no thread waits, and an answer is there within {@link
 * io.github.pscsdk.relyingparty.internal.diagnosis.RelyingPartyDiagnosis#LIMIT} whatever happens. No person is asked
 * for and no device rings.
 */
package io.github.pscsdk.relyingparty.internal.diagnosis;
