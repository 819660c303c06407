/**
 * The login page of an interactive simulator: a person chooses card or e-CPS, types an identifier, and is sent to the phone
 * or the card reader. What a confirmed login yields is the realm's business.
 *
 * <p>For the realm. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.wallet;
