package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.example.desktop.config.Means;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the configuration offers of what is loaded. */
final class Choices {
    private Choices() {}

    /** In the order of the configuration. */
    static List<Choice> of(List<Means> configured, List<AuthenticatorDescriptor> loaded) {
        var byId = loaded.stream().collect(Collectors.toMap(AuthenticatorDescriptor::id, Function.identity()));
        return configured.stream()
                .map(means -> new Choice(
                        means,
                        means.authenticators().stream()
                                .filter(byId::containsKey)
                                .map(byId::get)
                                .toList()))
                .filter(choice -> !choice.authenticators().isEmpty())
                .map(Choices::withoutMissing)
                .distinct()
                .toList();
    }

    private static Choice withoutMissing(Choice choice) {
        var ids = choice.authenticators().stream()
                .map(AuthenticatorDescriptor::id)
                .toList();
        return new Choice(new Means(ids, choice.means().way()), choice.authenticators());
    }
}
