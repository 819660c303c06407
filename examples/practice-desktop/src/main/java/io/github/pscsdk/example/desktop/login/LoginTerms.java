package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.config.Means;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What holds for every login here.
 *
 * @param means what is offered
 * @param time how long one may take
 * @param cardRemoval what becomes of the session when its card is pulled
 */
public record LoginTerms(List<Means> means, Duration time, CardRemoval cardRemoval) {
    /** Checks and copies. */
    public LoginTerms {
        means = List.copyOf(means);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(cardRemoval, "cardRemoval");
    }

    /** Those of the configuration. */
    public static LoginTerms of(DesktopConfiguration configuration) {
        return new LoginTerms(configuration.means(), configuration.loginTime(), configuration.cardRemoval());
    }

    LoginRequest request(Means chosen) {
        return chosen.request().withTimeout(time).withCardRemoval(cardRemoval);
    }
}
