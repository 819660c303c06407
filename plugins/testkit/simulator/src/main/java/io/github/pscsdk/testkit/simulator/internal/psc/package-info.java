/**
 * The simulated Pro Santé Connect: a Keycloak realm on the auth origin and a login page on the wallet's, one class per
 * endpoint or grant. All time comes from the simulator's clock. Facts and their confidence: pro-sante-connect, sections
 * 1 to 9. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.psc;
