/**
 * The simulated Pro Santé Connect: a Keycloak realm named {@code esante-wallet} on the auth origin and a login page
 * on the wallet's. Strict: a request that the specifications forbid is refused, even if the real service may accept
 * it.
 *
 * <p>One class per endpoint or grant; they share sessions, tokens and pending requests, which are safe for any
 * thread. All time comes from the simulator's clock. Facts and their confidence: pro-sante-connect, sections 1 to 9.
 */
package io.github.pscsdk.testkit.simulator.internal.psc;
