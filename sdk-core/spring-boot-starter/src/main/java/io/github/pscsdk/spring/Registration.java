package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.spring.PscProperties.ClientSettings;
import io.github.pscsdk.spring.PscProperties.EnvironmentSettings;
import io.github.pscsdk.spring.PscProperties.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Makes what the settings describe, or says in plain words what is wrong with them. */
final class Registration {
    private final PscProperties settings;
    private final SecretReader secrets;

    Registration(PscProperties settings, SecretReader secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    PscSite site() {
        var uri = needed(settings.publicBaseUri(), "public-base-uri");
        // A path would need cookies of that path, which the prefix __Host- rules out.
        var isBare = uri.getHost() != null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!isBare) {
            throw new PscSettingsException(
                    "public-base-uri", "is a scheme and a host, such as https://practice.example");
        }
        return new PscSite(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
    }

    RelyingPartyBuilder relyingParty() {
        var client = needed(settings.client(), "client");
        var builder = RelyingParty.builder(environment(needed(settings.environment(), "environment")))
                .client(needed(client.id(), "client.id"), authentication(client));
        if (settings.trustStore() != null) {
            builder.trustedCertificates(trusted(settings.trustStore()));
        }
        return withAddresses(builder);
    }

    private RelyingPartyBuilder withAddresses(RelyingPartyBuilder builder) {
        var site = site();
        try {
            return builder.redirectUri(site.at(PscAddresses.CALLBACK))
                    .postLogoutRedirectUri(site.at(PscAddresses.SIGNED_OUT));
        } catch (IllegalArgumentException e) {
            throw new PscSettingsException("public-base-uri", "is https, or http on a loopback address");
        }
    }

    private static PscEnvironment environment(EnvironmentSettings environment) {
        return switch (needed(environment.name(), "environment.name")) {
            case "production" -> PscEnvironment.production();
            case "sandbox" -> PscEnvironment.sandbox();
            case "custom" -> custom(environment);
            default -> throw new PscSettingsException("environment.name", "is one of production, sandbox and custom");
        };
    }

    private static PscEnvironment custom(EnvironmentSettings environment) {
        var issuer = needed(environment.issuer(), "environment.issuer");
        var login = needed(environment.authorizationEndpoint(), "environment.authorization-endpoint");
        try {
            return PscEnvironment.custom(issuer, login);
        } catch (IllegalArgumentException e) {
            throw new PscSettingsException("environment", "cannot be used: " + e.getMessage());
        }
    }

    private ClientAuthentication authentication(ClientSettings client) {
        var method = needed(client.method(), "client.method");
        try {
            return switch (method) {
                case "secret_basic" -> ClientAuthentication.clientSecretBasic(secret(client));
                case "secret_post" -> ClientAuthentication.clientSecretPost(secret(client));
                case "mtls" -> certificate(needed(client.keyStore(), "client.key-store"));
                default ->
                    throw new PscSettingsException("client.method", "is one of secret_basic, secret_post and mtls");
            };
        } catch (PscSettingsException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PscSettingsException("client", "cannot be used: " + e.getMessage());
        }
    }

    private String secret(ClientSettings client) {
        return secrets.read(client.secret(), "client.secret");
    }

    private ClientAuthentication certificate(StoreSettings store) {
        var password = secrets.read(store.password(), "client.key-store.password");
        return ClientAuthentication.tlsClientAuth(open(store, password, "client.key-store"), password.toCharArray());
    }

    private KeyStore trusted(StoreSettings store) {
        return open(store, secrets.read(store.password(), "trust-store.password"), "trust-store");
    }

    private static KeyStore open(StoreSettings store, String password, String setting) {
        var file = needed(store.file(), setting + ".file");
        try (var in = Files.newInputStream(file)) {
            var opened = KeyStore.getInstance("PKCS12");
            opened.load(in, password.toCharArray());
            return opened;
        } catch (IOException | GeneralSecurityException e) {
            throw new PscSettingsException(setting, "is not a PKCS#12 file that its password opens");
        }
    }

    private static <T> T needed(T value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new PscSettingsException(setting, "is missing");
        }
        return value;
    }
}
