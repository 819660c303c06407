/**
 * The devices of an interactive simulator: prompts on the phone and in CPS-Gestion, and pretended cards. Safe for any
 * thread.
 */
package io.github.pscsdk.testkit.simulator.internal.device;
