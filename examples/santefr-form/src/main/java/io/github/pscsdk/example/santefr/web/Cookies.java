package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.relyingparty.web.LoginCookie;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Sets and reads cookies. */
final class Cookies {
    private final URI publicBaseUri;

    Cookies(URI publicBaseUri) {
        this.publicBaseUri = publicBaseUri;
    }

    Optional<String> read(Context context, CookieName name) {
        return Optional.ofNullable(context.cookie(at(name).name())).filter(value -> !value.isEmpty());
    }

    /** Keeps it until the browser closes. */
    void set(Context context, CookieName name, String value) {
        add(context, at(name).set(value));
    }

    /** Keeps it for so long. */
    void set(Context context, CookieName name, String value, Duration life) {
        add(context, at(name).set(value, life));
    }

    void erase(Context context, CookieName name) {
        add(context, at(name).erase());
    }

    private LoginCookie at(CookieName name) {
        return LoginCookie.named(name.text(), publicBaseUri);
    }

    private static void add(Context context, String header) {
        context.res().addHeader("Set-Cookie", header);
    }
}
