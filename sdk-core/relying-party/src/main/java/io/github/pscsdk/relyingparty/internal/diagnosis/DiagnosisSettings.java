package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the relying party that are checked.
 *
 * @param credentials how the client authenticates
 * @param leeway how far clocks may be apart
 * @param asksClient whether PSC is asked if it accepts the client
 */
public record DiagnosisSettings(
        PscEnvironment environment,
        ClientCredentials credentials,
        Optional<URI> redirectUri,
        Optional<URI> postLogoutRedirectUri,
        Duration leeway,
        boolean asksClient,
        Clock clock) {

    void checkWhatIsHere(Findings findings) {
        credentials.certificate().ifPresent(shown -> CertificateExpiry.check(shown, clock.instant(), findings));
        redirectUri.ifPresent(uri -> RedirectUriCheck.check("redirect", uri, environment.kind(), findings));
        postLogoutRedirectUri.ifPresent(
                uri -> RedirectUriCheck.check("post-logout", uri, environment.kind(), findings));
    }
}
