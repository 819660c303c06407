package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSettingsTest {
    @ParameterizedTest
    @CsvSource({
        ", santefr, https://a.example/token, there, secret, practice.form.address is missing: where the form's API is",
        "https://f.example, , https://a.example/token, there, secret, practice.form.audience is missing: what its authorization server calls it",
        "https://f.example, santefr, , there, secret, practice.form.token-endpoint is missing: where its authorization server exchanges tokens",
        "https://f.example, santefr, https://a.example/token, , secret, practice.form.client-id is missing: which client the application is at that server",
        "https://f.example, santefr, https://a.example/token, there, , practice.form.client-secret is missing: what proves it there",
        "'http://f.example', santefr, https://a.example/token, there, secret, 'practice.form.address must be https, or http on a loopback address'",
    })
    void what_is_missing_or_unsafe_is_named(
            URI address, String audience, URI tokenEndpoint, String clientId, String clientSecret, String message) {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new FormSettings(address, audience, tokenEndpoint, clientId, clientSecret));

        assertEquals(message, refused.getMessage());
    }
}
