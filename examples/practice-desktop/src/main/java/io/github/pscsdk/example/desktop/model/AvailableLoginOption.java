package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.example.desktop.config.LoginOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A login option of the configuration that can be used here.
 *
 * @param means the option of the configuration, without the authenticators that are not loaded
 * @param authenticators the same, described
 */
public record AvailableLoginOption(LoginOption means, List<AuthenticatorDescriptor> authenticators) {
    public AvailableLoginOption {
        authenticators = List.copyOf(authenticators);
    }

    /** What the loaded authenticators can do of the configured options, in the order of the configuration. */
    static List<AvailableLoginOption> of(List<LoginOption> configured, List<AuthenticatorDescriptor> loaded) {
        var byId = loaded.stream().collect(Collectors.toMap(AuthenticatorDescriptor::id, Function.identity()));
        return configured.stream()
                .flatMap(means -> of(means, byId).stream())
                .distinct()
                .toList();
    }

    private static Optional<AvailableLoginOption> of(LoginOption means, Map<String, AuthenticatorDescriptor> byId) {
        var there = means.authenticators().stream().filter(byId::containsKey).toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(new AvailableLoginOption(
                        new LoginOption(there, means.way()),
                        there.stream().map(byId::get).toList()));
    }
}
