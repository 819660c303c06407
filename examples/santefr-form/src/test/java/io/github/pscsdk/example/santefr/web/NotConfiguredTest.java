package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form without a registration at Pro Santé Connect. */
class NotConfiguredTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/login", "/mine", "/pages.css", "/logout/backchannel"})
    void it_is_an_api_without_a_page(String path) throws Exception {
        try (var server = FormServer.start(FormConfiguration.of(folder.resolve("form"), token -> Optional.empty()))) {
            var answer = new Visitor().get(server.address().resolve(path));

            assertEquals(404, answer.status());
            assertTrue(answer.text().startsWith("{"), answer.text());
        }
    }
}
