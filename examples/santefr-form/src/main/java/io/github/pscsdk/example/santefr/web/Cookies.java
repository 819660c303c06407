package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Sets and reads cookies: never for a script, over https only where there is https, and {@code Lax}, since a browser comes
 * back from Pro Santé Connect by a link of another site.
 */
final class Cookies {
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;

    private final boolean https;

    Cookies(URI publicBaseUri) {
        this.https = "https".equals(publicBaseUri.getScheme());
    }

    Optional<String> read(Context context, CookieName name) {
        return Optional.ofNullable(context.cookie(name.under(https))).filter(value -> !value.isEmpty());
    }

    /** Keeps it until the browser closes. */
    void set(Context context, CookieName name, String value) {
        set(context, name, value, UNTIL_THE_BROWSER_CLOSES);
    }

    /** Keeps it for so long. */
    void set(Context context, CookieName name, String value, Duration life) {
        set(context, name, value, Math.toIntExact(life.toSeconds()));
    }

    void erase(Context context, CookieName name) {
        set(context, name, "", 0);
    }

    private void set(Context context, CookieName name, String value, int maxAge) {
        context.cookie(new Cookie(name.under(https), value, "/", maxAge, https, true, null, SameSite.LAX));
    }
}
