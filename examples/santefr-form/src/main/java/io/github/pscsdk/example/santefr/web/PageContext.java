package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.web.LoginCookie;
import java.net.URI;
import java.util.Optional;

/**
 * What all pages use.
 *
 * @param language the cookie of the language that was chosen
 * @param headers puts them on answers
 * @param templates fills them
 * @param login where a login begins; empty where none is configured
 * @param environment the Pro Santé Connect behind it; empty where no login is configured
 */
record PageContext(
        LoginCookie language,
        PageHeaders headers,
        Templates templates,
        Optional<URI> login,
        Optional<Environment> environment) {
    static PageContext of(URI publicBaseUri, Optional<PscEnvironment> psc) {
        return new PageContext(
                LoginCookie.named("santefr-language", publicBaseUri),
                new PageHeaders(psc),
                new Templates(),
                psc.map(configured -> publicBaseUri.resolve("/login")),
                psc.map(PscEnvironment::kind));
    }
}
