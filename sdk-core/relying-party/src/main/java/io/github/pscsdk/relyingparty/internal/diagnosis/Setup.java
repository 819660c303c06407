package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What is diagnosed.
 *
 * @param method how the client proves itself
 * @param certificate what it shows, if anything
 * @param leeway how far clocks may be apart
 * @param asksClient whether PSC is asked if it takes the client
 */
public record Setup(
        PscEnvironment environment,
        ClientCredentials method,
        Optional<X509Certificate> certificate,
        Optional<URI> redirectUri,
        Optional<URI> postLogoutRedirectUri,
        Duration leeway,
        boolean asksClient,
        Clock clock) {

    void checkWhatIsHere(Findings findings) {
        certificate.ifPresent(shown -> CertificateExpiry.check(shown, clock.instant(), findings));
        redirectUri.ifPresent(uri -> ReturnAddress.check("redirect", uri, environment.kind(), findings));
        postLogoutRedirectUri.ifPresent(uri -> ReturnAddress.check("post-logout", uri, environment.kind(), findings));
    }
}
