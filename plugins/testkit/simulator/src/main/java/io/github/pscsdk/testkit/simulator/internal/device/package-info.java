/**
 * The devices of an interactive simulator: prompts on the phone and in CPS-Gestion, and the codes of pretended cards.
 * Knows neither the protocol nor the pages.
 *
 * <p>For the realm, which asks, and the screens, which answer. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.device;
