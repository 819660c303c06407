/**
 * The login page of an interactive simulator: a person chooses card or e-CPS, types an identifier, and confirms on
 * the phone or with the card. The realm makes the result of a confirmed login.
 *
 * <p>For the realm. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.wallet;
