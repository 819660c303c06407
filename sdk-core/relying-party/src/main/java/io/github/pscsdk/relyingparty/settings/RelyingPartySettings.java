package io.github.pscsdk.relyingparty.settings;

/**
 * All settings of a relying party for browsers.
 *
 * @param publicBaseUri how browsers reach the application: scheme and host, without a path
 * @param environment the Pro Santé Connect to talk to
 * @param client what the application is there
 * @param trustStore certification authorities in place of the platform's; may be left out
 */
public record RelyingPartySettings(
        Setting publicBaseUri, EnvironmentSettings environment, ClientSettings client, KeyStoreSettings trustStore) {}
