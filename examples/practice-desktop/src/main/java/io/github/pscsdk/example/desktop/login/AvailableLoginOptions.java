package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.example.desktop.config.LoginOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaves of the configured login options what the loaded authenticators can do. */
final class AvailableLoginOptions {
    private AvailableLoginOptions() {}

    /** In the order of the configuration. */
    static List<AvailableLoginOption> of(List<LoginOption> configured, List<AuthenticatorDescriptor> loaded) {
        var byId = loaded.stream().collect(Collectors.toMap(AuthenticatorDescriptor::id, Function.identity()));
        return configured.stream()
                .map(means -> new AvailableLoginOption(
                        means,
                        means.authenticators().stream()
                                .filter(byId::containsKey)
                                .map(byId::get)
                                .toList()))
                .filter(choice -> !choice.authenticators().isEmpty())
                .map(AvailableLoginOptions::withoutMissing)
                .distinct()
                .toList();
    }

    private static AvailableLoginOption withoutMissing(AvailableLoginOption choice) {
        var ids = choice.authenticators().stream()
                .map(AuthenticatorDescriptor::id)
                .toList();
        return new AvailableLoginOption(new LoginOption(ids, choice.means().way()), choice.authenticators());
    }
}
