/** The devices of an interactive simulator: prompts and pretended cards. Safe for any thread. */
package io.github.pscsdk.testkit.simulator.internal.device;
