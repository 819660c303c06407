package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.internal.settings.Setting;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code psc.*}, as they are written; null where not given. Editors show the sentences below.
 *
 * @param publicBaseUri How browsers reach the application: scheme and host, without a path.
 * @param environment The Pro Santé Connect to talk to.
 * @param client What the application is to Pro Santé Connect.
 * @param acr Levels of assurance that the application accepts; optional.
 * @param login What logins ask of Pro Santé Connect; optional.
 * @param trustStore Certification authorities in place of the platform's; optional.
 * @param httpProxy HTTP proxy through which calls go out; optional.
 */
@ConfigurationProperties("psc")
record PscProperties(
        URI publicBaseUri,
        EnvironmentProperties environment,
        ClientProperties client,
        AcrProperties acr,
        LoginProperties login,
        StoreProperties trustStore,
        HttpProxyProperties httpProxy) {
    /**
     * {@code psc.environment}.
     *
     * @param name Which Pro Santé Connect: production, sandbox or custom.
     * @param issuer Issuer of a custom environment, whose host is pinned.
     * @param authorizationEndpoint Login page of a custom environment, whose host is pinned.
     */
    record EnvironmentProperties(String name, URI issuer, URI authorizationEndpoint) {}

    /**
     * {@code psc.client}.
     *
     * @param id Client id, as ANS gave it for that environment.
     * @param method How the client authenticates: secret_basic, secret_post or mtls.
     * @param secret Client secret, for secret_basic and secret_post.
     * @param keyStore Client certificate, for mtls.
     */
    record ClientProperties(String id, String method, SecretProperties secret, StoreProperties keyStore) {}

    /**
     * {@code psc.acr}.
     *
     * @param accepted Levels of assurance (acr) that are accepted, separated by commas; eidas1, eidas2 and eidas3 unless set.
     * @param required Whether a login without a level is refused; true if levels are given, else false.
     */
    record AcrProperties(String accepted, Boolean required) {}

    /**
     * {@code psc.login}.
     *
     * @param prompt With login, each person proves anew who they are, whatever session the browser has.
     * @param maxAge How long ago the person may have proved who they are, from none to a day.
     * @param identityProvider Alias of a hospital's login to which Pro Santé Connect delegates.
     */
    record LoginProperties(String prompt, Duration maxAge, String identityProvider) {}

    /**
     * {@code psc.http-proxy}.
     *
     * @param address Host and port, such as proxy.example:3128; that of Java's settings unless set.
     * @param user Name for the proxy.
     * @param password Password for the proxy.
     * @param except Hosts that are reached without it, separated by commas; * stands for any characters.
     */
    record HttpProxyProperties(String address, String user, SecretProperties password, String except) {}

    /**
     * A PKCS#12 file.
     *
     * @param file Path of the PKCS#12 file.
     * @param password What opens the PKCS#12 file.
     */
    record StoreProperties(Path file, SecretProperties password) {}

    /**
     * Where a secret is; one of these.
     *
     * @param value The secret itself.
     * @param file Path of a file that holds the secret.
     * @param variable Name of an environment variable that holds the secret.
     */
    record SecretProperties(String value, Path file, String variable) {
        @Override
        public String toString() {
            return "SecretProperties[…]";
        }
    }

    /** Relative paths start at the working directory; secrets may be in {@code variables}. */
    PublicBaseUri publicBaseUri(Map<String, String> variables) {
        var reader = reader(variables);
        var site = reader.publicBaseUri(settings().publicBaseUri());
        if (site.isEmpty() && client != null) {
            // Fails, and tells what else is wrong. An application with a relying party of its own has no client here.
            relyingParty(variables);
        }
        reader.check();
        return site.orElseThrow();
    }

    RelyingPartyBuilder relyingParty(Map<String, String> variables) {
        return reader(variables).relyingParty(settings(), PscAddresses.CALLBACK, PscAddresses.SIGNED_OUT);
    }

    private static SettingsReader reader(Map<String, String> variables) {
        return new SettingsReader(Path.of(""), variables);
    }

    private RelyingPartySettings settings() {
        var written = Optional.ofNullable(environment);
        var application = Optional.ofNullable(client);
        var levels = Optional.ofNullable(acr);
        var logins = Optional.ofNullable(login);
        var proxy = Optional.ofNullable(httpProxy);
        return new RelyingPartySettings(
                setting("public-base-uri", Optional.of(this), PscProperties::publicBaseUri),
                new RelyingPartySettings.Environment(
                        setting("environment.name", written, EnvironmentProperties::name),
                        setting("environment.issuer", written, EnvironmentProperties::issuer),
                        setting(
                                "environment.authorization-endpoint",
                                written,
                                EnvironmentProperties::authorizationEndpoint)),
                new RelyingPartySettings.Client(
                        setting("client.id", application, ClientProperties::id),
                        setting("client.method", application, ClientProperties::method),
                        secret("client.secret", application.map(ClientProperties::secret)),
                        keyStore("client.key-store", application.map(ClientProperties::keyStore))),
                new RelyingPartySettings.Acr(
                        setting("acr.accepted", levels, AcrProperties::accepted),
                        setting("acr.required", levels, AcrProperties::required)),
                new RelyingPartySettings.Login(
                        setting("login.prompt", logins, LoginProperties::prompt),
                        setting("login.max-age", logins, LoginProperties::maxAge),
                        setting("login.identity-provider", logins, LoginProperties::identityProvider)),
                keyStore("trust-store", Optional.ofNullable(trustStore)),
                new RelyingPartySettings.HttpProxy(
                        setting("http-proxy.address", proxy, HttpProxyProperties::address),
                        setting("http-proxy.user", proxy, HttpProxyProperties::user),
                        secret("http-proxy.password", proxy.map(HttpProxyProperties::password)),
                        setting("http-proxy.except", proxy, HttpProxyProperties::except)));
    }

    private static <T> Setting setting(String key, Optional<T> owner, Function<T, ?> value) {
        return Setting.of("psc." + key, owner.map(value));
    }

    private static Setting.KeyStoreFile keyStore(String key, Optional<StoreProperties> store) {
        return new Setting.KeyStoreFile(
                setting(key + ".file", store, StoreProperties::file),
                secret(key + ".password", store.map(StoreProperties::password)));
    }

    private static Setting.Secret secret(String key, Optional<SecretProperties> secret) {
        return new Setting.Secret(
                "psc." + key,
                secret.map(SecretProperties::value),
                secret.map(SecretProperties::file).map(Path::toString),
                secret.map(SecretProperties::variable));
    }
}
