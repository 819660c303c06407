package io.github.pscsdk.example.santefr.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.santefr.web.view.Frame;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.HostCookie;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The common ground of all pages: headers, templates and the addresses in them. */
final class PageContext {
    private static final String TEMPLATES = "io.github.pscsdk.example.santefr.web.template";

    private final HostCookie language;
    private final String policy;
    private final Optional<URI> login;
    private final Optional<Environment> environment;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageContext.class.getClassLoader(), TEMPLATES);

    /**
     * Pages below that address.
     *
     * @param psc where logins and logouts lead; empty where no login is configured
     */
    PageContext(URI publicBaseUri, Optional<PscEnvironment> psc) {
        language = HostCookie.named("santefr-language", publicBaseUri);
        login = psc.map(configured -> publicBaseUri.resolve("/login"));
        environment = psc.map(PscEnvironment::kind);
        // Browsers hold the redirects of a form to form-action too, and a logout leads to Pro Santé Connect.
        var issuer = psc.map(configured -> " " + origin(configured.issuer())).orElse("");
        policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
                        + issuer + "; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The cookie of the language that was chosen. */
    HostCookie language() {
        return language;
    }

    /**
     * Sets the headers of every page: nothing from elsewhere, nothing inline, nobody may frame it, nobody keeps it, and
     * its address, which after a login holds a code, is told to nobody.
     */
    void addHeaders(Context context) {
        context.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    Frame frame(
            Language reader,
            String title,
            String here,
            boolean isTyped,
            Optional<Instant> sessionEnd,
            Optional<PscSession> session) {
        return new Frame(reader, title, here, isTyped, login, sessionEnd, environment, session);
    }

    /** The page that the template of that name makes; templates escape what they are given by where it stands. */
    String fill(String template, Frame page, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("page", page);
        var output = new StringOutput();
        templates.render(template + ".jte", all, output);
        return output.toString();
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
