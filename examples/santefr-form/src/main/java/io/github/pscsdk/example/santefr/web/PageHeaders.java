package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.relyingparty.PscEnvironment;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/**
 * The headers of every page: nothing from elsewhere, nothing inline, nobody may frame it, nobody keeps it, and its address,
 * which after a login holds a code, is told to nobody.
 */
final class PageHeaders {
    private final String policy;

    /** @param environment where a logout leads: browsers hold redirects of a form to {@code form-action} too */
    PageHeaders(Optional<PscEnvironment> environment) {
        var issuer = environment.map(psc -> " " + origin(psc.issuer())).orElse("");
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'" + issuer
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    void on(Context context) {
        context.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
