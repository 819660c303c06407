package io.github.pscsdk.loginui;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A line of the choice.
 *
 * @param ids those of the request's authenticators that are there, in its order
 * @param loaded all authenticators that are there
 */
record LoginChoice(List<String> ids, LoginRequest asked, List<AuthenticatorDescriptor> loaded) {
    /** Always there, see {@link LoginRequest#using}. */
    static final String BROWSER = "browser";

    /** Empty where none of its authenticators is there. */
    static Optional<LoginChoice> of(LoginRequest asked, List<AuthenticatorDescriptor> loaded) {
        var ids = asked.authenticatorIds().stream()
                .filter(id -> id.equals(BROWSER)
                        || loaded.stream().anyMatch(one -> one.id().equals(id)))
                .toList();
        return Optional.of(new LoginChoice(ids, asked, loaded)).filter(choice -> !ids.isEmpty());
    }

    /** The name of its component; of two choices of one name the first is enough. */
    String name() {
        return "means." + String.join(".", ids) + (isOnThePage() ? ".browser" : "");
    }

    private boolean isOnThePage() {
        return asked.wayIn().filter(way -> way == WayIn.BROWSER).isPresent();
    }

    /** Such as {@code Carte CPS, sinon e-CPS}. */
    String words(Texts texts) {
        var page = texts.get("login.in-browser");
        return isOnThePage()
                ? page
                : ids.stream()
                        .map(id -> loaded.stream()
                                .filter(one -> one.id().equals(id))
                                .map(one -> one.displayName(texts.language().locale()))
                                .findFirst()
                                .orElse(page))
                        .reduce((first, next) -> texts.get("login.else", first, next))
                        .orElseThrow();
    }

    /** The same request of the authenticators that are there. */
    LoginRequest request() {
        var request = LoginRequest.using(ids.toArray(String[]::new))
                .withTimeout(asked.timeout())
                .withCardRemoval(asked.cardRemoval());
        request = asked.nationalId().map(request::withNationalId).orElse(request);
        request = asked.wayIn().map(request::withWayIn).orElse(request);
        return asked.requiredMeans().map(request::requiring).orElse(request);
    }
}
