package io.github.pscsdk.relyingparty.internal.settings;

/**
 * All settings of a relying party for browsers.
 *
 * @param publicBaseUri how browsers reach the application: scheme and host, without a path
 * @param environment the Pro Santé Connect to talk to
 * @param client what the application is there
 * @param acr which levels of assurance are accepted; may be left out
 * @param login what browser logins ask of Pro Santé Connect; may be left out
 * @param trustStore certification authorities in place of the platform's; may be left out
 * @param httpProxy the HTTP proxy through which calls go out; may be left out
 */
public record RelyingPartySettings(
        Setting publicBaseUri,
        Environment environment,
        Client client,
        Acr acr,
        Login login,
        Setting.KeyStoreFile trustStore,
        HttpProxy httpProxy) {
    /**
     * Which Pro Santé Connect to talk to.
     *
     * @param name {@code production}, {@code sandbox}, or {@code custom} with the two others
     * @param issuer of a custom one
     * @param authorizationEndpoint the login page of a custom one
     */
    public record Environment(Setting name, Setting issuer, Setting authorizationEndpoint) {}

    /**
     * What the service is to Pro Santé Connect.
     *
     * @param id as ANS gave it for that environment
     * @param method {@code secret_basic} or {@code secret_post} with the secret, {@code mtls} with the key store
     * @param secret the client secret
     * @param keyStore the client certificate
     */
    public record Client(Setting id, Setting method, Setting.Secret secret, Setting.KeyStoreFile keyStore) {}

    /**
     * An {@link io.github.pscsdk.relyingparty.environment.AcrPolicy}.
     *
     * @param accepted levels of assurance, separated by commas or blanks; not given, the usual ones
     * @param required {@code true} or {@code false}; not given, it is if {@code accepted} is given
     */
    public record Acr(Setting accepted, Setting required) {}

    /**
     * What browser logins ask of Pro Santé Connect beyond the usual; each may be left out.
     *
     * @param prompt {@code login} has the person prove anew who they are
     * @param maxAge how long ago they may have done so, as ISO 8601 writes a duration
     * @param identityProvider the alias of a hospital's login to which Pro Santé Connect delegates
     */
    public record Login(Setting prompt, Setting maxAge, Setting identityProvider) {}

    /**
     * A {@link io.github.pscsdk.httpclient.ForwardProxy}.
     *
     * @param address {@code host:port}; not given, that of Java's settings
     * @param user whom it lets through; not given, it asks for nobody
     * @param password what it asks for beside
     * @param except hosts that are reached without it, separated by commas or blanks
     */
    public record HttpProxy(Setting address, Setting user, Setting.Secret password, Setting except) {}
}
