package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSettingsTest {
    @ParameterizedTest
    @CsvSource({
        ", santefr, https://a.example/token, practice.form.address is missing: where the form's API is",
        "https://f.example, , https://a.example/token, practice.form.audience is missing: what its authorization server calls it",
        "https://f.example, santefr, , practice.form.token-endpoint is missing: where its authorization server exchanges tokens",
        "'http://f.example', santefr, https://a.example/token, 'practice.form.address must be https, or http on a loopback address'",
    })
    void what_is_missing_or_unsafe_is_named(URI address, String audience, URI tokenEndpoint, String message) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new FormSettings(address, audience, tokenEndpoint));

        assertEquals(message, refused.getMessage());
    }
}
