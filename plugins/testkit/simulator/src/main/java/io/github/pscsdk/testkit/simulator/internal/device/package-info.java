/**
 * The devices of an interactive simulator: what waits for a person on the phone or beside the card reader, and how often a
 * simulated card was given a wrong code. Knows neither the protocol nor the pages.
 *
 * <p>For the realm, which asks, and the screens, which answer. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.device;
