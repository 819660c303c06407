package io.github.pscsdk.example.santefr.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.web.HostCookie;
import io.javalin.http.Context;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The common ground of all pages: headers and templates.
 *
 * @param publicBaseUri how browsers come here
 * @param psc where logins and logouts lead; empty where no login is configured
 */
record PageContext(URI publicBaseUri, Optional<PscEnvironment> psc) {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageContext.class.getClassLoader(), PageContext.class.getPackageName());

    /** The cookie of the language that was chosen. */
    HostCookie language() {
        return HostCookie.named("santefr-language", publicBaseUri);
    }

    /**
     * Sets the headers of every page: nothing from elsewhere, nothing inline, nobody may frame it, nobody keeps it, and
     * its address, which after a login holds a code, is told to nobody.
     */
    void addHeaders(Context context) {
        // Browsers hold the redirects of a form to form-action too, and a logout leads to Pro Santé Connect.
        var issuer = psc.map(PscEnvironment::issuer)
                .map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority())
                .orElse("");
        var policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
                        + issuer + "; base-uri 'none'; frame-ancestors 'none'";
        context.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /** The page that the template of that name makes; templates escape what they are given by where it stands. */
    static String fill(String template, Frame page, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("page", page);
        var output = new StringOutput();
        TEMPLATES.render(template + ".jte", all, output);
        return output.toString();
    }
}
