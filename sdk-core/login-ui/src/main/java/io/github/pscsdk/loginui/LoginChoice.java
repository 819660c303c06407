package io.github.pscsdk.loginui;

import static java.util.stream.Collectors.joining;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A line of the choice.
 *
 * @param authenticators those of the request that are loaded, in its order
 */
record LoginChoice(List<AuthenticatorDescriptor> authenticators, LoginRequest asked) {
    /** Empty where none of its authenticators is loaded. */
    static Optional<LoginChoice> of(LoginRequest asked, List<AuthenticatorDescriptor> loaded) {
        var authenticators = asked.authenticatorIds().stream()
                .flatMap(id -> loaded.stream().filter(one -> one.id().equals(id)))
                .toList();
        return authenticators.isEmpty() ? Optional.empty() : Optional.of(new LoginChoice(authenticators, asked));
    }

    /** The name of its component; of two choices of one name the first is enough. */
    String name() {
        var ids = authenticators.stream().map(AuthenticatorDescriptor::id).collect(joining("."));
        return "means." + ids + (isOnThePage() ? ".browser" : "");
    }

    private boolean isOnThePage() {
        return asked.wayIn().filter(way -> way == WayIn.BROWSER).isPresent();
    }

    /** Such as {@code Carte CPS, sinon e-CPS}. */
    String words(Texts texts) {
        return isOnThePage()
                ? texts.get("login.in-browser")
                : authenticators.stream()
                        .map(one -> one.displayName(texts.language().locale()))
                        .reduce((first, next) -> texts.get("login.else", first, next))
                        .orElseThrow();
    }

    /** The same request, of the authenticators that are loaded. */
    LoginRequest request() {
        var ids = authenticators.stream().map(AuthenticatorDescriptor::id).toArray(String[]::new);
        var request = LoginRequest.using(ids).withTimeout(asked.timeout()).withCardRemoval(asked.cardRemoval());
        request = asked.nationalId().map(request::withNationalId).orElse(request);
        request = asked.wayIn().map(request::withWayIn).orElse(request);
        return asked.requiredMeans().map(request::requiring).orElse(request);
    }
}
