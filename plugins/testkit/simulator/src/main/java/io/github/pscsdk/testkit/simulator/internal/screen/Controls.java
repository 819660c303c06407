package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import java.time.Clock;
import java.util.Objects;

/**
 * What the cockpit can change.
 *
 * @param dials all dials
 * @param keys the keys that sign tokens
 * @param clock can be moved if it is a {@link io.github.pscsdk.time.VirtualClock}
 */
public record Controls(Dials dials, SigningKeys keys, Clock clock) {
    public Controls {
        Objects.requireNonNull(dials, "dials");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(clock, "clock");
    }
}
