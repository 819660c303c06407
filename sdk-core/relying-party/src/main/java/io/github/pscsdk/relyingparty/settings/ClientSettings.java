package io.github.pscsdk.relyingparty.settings;

/**
 * What the service is to Pro Santé Connect.
 *
 * @param id as ANS gave it for that environment
 * @param method {@code secret_basic} or {@code secret_post} with the secret, {@code mtls} with the key store
 * @param secret the client secret
 * @param keyStore the client certificate
 */
public record ClientSettings(Setting id, Setting method, SecretSettings secret, KeyStoreSettings keyStore) {}
