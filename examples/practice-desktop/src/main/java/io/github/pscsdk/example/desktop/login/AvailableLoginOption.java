package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.example.desktop.config.LoginOption;
import java.util.List;
import java.util.Objects;

/**
 * A login option of the configuration that can be used here.
 *
 * @param means the option of the configuration, without the authenticators that are not loaded
 * @param authenticators the same, described
 */
public record AvailableLoginOption(LoginOption means, List<AuthenticatorDescriptor> authenticators) {
    public AvailableLoginOption {
        Objects.requireNonNull(means, "means");
        authenticators = List.copyOf(authenticators);
    }
}
