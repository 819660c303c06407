package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.json.PscSettings;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** Makes a registration of what a file says, with the secrets that it names. */
final class RegistrationReader {
    private final Secrets secrets;

    RegistrationReader(Secrets secrets) {
        this.secrets = secrets;
    }

    PscRegistration read(PscSettings settings) throws IOException, GeneralSecurityException {
        var registration = PscRegistration.of(
                environment(settings), settings.clientId(), authentication(settings), settings.publicBaseUri());
        return settings.trustStore().isPresent()
                ? registration.withTrustedCertificates(
                        secrets.keyStore(settings.trustStore().get()))
                : registration;
    }

    private static PscEnvironment environment(PscSettings settings) {
        return switch (settings.environment()) {
            case "production" -> PscEnvironment.production();
            case "sandbox" -> PscEnvironment.sandbox();
            case "custom" ->
                PscEnvironment.custom(
                        needed(settings.issuer(), "psc.environment.issuer"),
                        needed(settings.authorizationEndpoint(), "psc.environment.authorizationEndpoint"));
            default -> throw new IllegalArgumentException("psc.environment.name is production, sandbox or custom");
        };
    }

    private ClientAuthentication authentication(PscSettings settings) throws IOException, GeneralSecurityException {
        return switch (settings.method()) {
            case "secret_basic" -> ClientAuthentication.clientSecretBasic(secret(settings));
            case "secret_post" -> ClientAuthentication.clientSecretPost(secret(settings));
            case "mtls" -> certificate(needed(settings.keyStore(), "psc.client.keyStore with its password"));
            default -> throw new IllegalArgumentException("psc.client.method is secret_basic, secret_post or mtls");
        };
    }

    private String secret(PscSettings settings) throws IOException {
        return secrets.reveal(needed(settings.secret(), "psc.client.secret"));
    }

    private ClientAuthentication certificate(PscSettings.KeyFile file) throws IOException, GeneralSecurityException {
        var password = secrets.reveal(file.password()).toCharArray();
        try {
            return ClientAuthentication.tlsClientAuth(secrets.keyStore(file), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static <T> T needed(Optional<T> member, String name) {
        return member.orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
