package io.github.pscsdk.relyingparty.settings;

/**
 * A PKCS#12 file.
 *
 * @param file its path
 * @param password what opens it and its key
 */
public record KeyStoreSettings(Setting file, SecretSettings password) {
    boolean isGiven() {
        return file.value().isPresent() || password.places() > 0;
    }
}
