package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.example.desktop.config.Means;
import java.util.List;
import java.util.Objects;

/**
 * A means of logging in that is there.
 *
 * @param means as the configuration has it, without the authenticators that are not loaded
 * @param authenticators the same, described
 */
public record Choice(Means means, List<AuthenticatorDescriptor> authenticators) {
    /** Checks and copies. */
    public Choice {
        Objects.requireNonNull(means, "means");
        authenticators = List.copyOf(authenticators);
    }
}
