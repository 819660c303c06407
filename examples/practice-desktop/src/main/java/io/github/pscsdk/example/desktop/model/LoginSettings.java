package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.config.LoginOption;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the configuration for every login.
 *
 * @param means what is offered
 * @param time how long one may take
 * @param cardRemoval what becomes of the session when its card is pulled
 */
public record LoginSettings(List<LoginOption> means, Duration time, CardRemoval cardRemoval) {
    public LoginSettings {
        means = List.copyOf(means);
    }

    /** Those of the configuration. */
    public static LoginSettings of(DesktopConfiguration configuration) {
        return new LoginSettings(configuration.means(), configuration.loginTime(), configuration.cardRemoval());
    }

    LoginRequest request(LoginOption chosen) {
        return chosen.request().withTimeout(time).withCardRemoval(cardRemoval);
    }
}
