package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way to log in, a line of the choice.
 *
 * @param authenticators their ids, in order: the next one is tried where one is unavailable
 * @param way the way in, where it is not the authenticator's own choice
 */
public record LoginOption(List<String> authenticators, Optional<WayIn> way) {
    private static final Pattern SHAPE = Pattern.compile("([a-z][a-z0-9-]*(?:\\s*>\\s*[a-z][a-z0-9-]*)*)(/browser)?");

    /**
     * Reads {@code cps}, {@code cps>ecps} (the phone where no reader is) or {@code ecps/browser} (on the login page).
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static LoginOption of(String text) {
        var matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a means of logging in is like cps, cps>ecps or ecps/browser");
        }
        var way = Optional.ofNullable(matcher.group(2)).map(browser -> WayIn.BROWSER);
        return new LoginOption(List.of(matcher.group(1).split("\\s*>\\s*")), way);
    }

    /** The same with the authenticators that are loaded; empty where none is. */
    public Optional<LoginOption> among(List<String> loaded) {
        return Optional.of(new LoginOption(
                        authenticators.stream().filter(loaded::contains).toList(), way))
                .filter(option -> !option.authenticators.isEmpty());
    }

    public LoginRequest request() {
        var request = LoginRequest.using(authenticators.toArray(String[]::new));
        return way.map(request::withWayIn).orElse(request);
    }
}
