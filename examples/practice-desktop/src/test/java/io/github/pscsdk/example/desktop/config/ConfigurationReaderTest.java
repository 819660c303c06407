package io.github.pscsdk.example.desktop.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.guide.SantefrGuide;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
    private static final String LEAST = """
        server = https://proxy.example
        client.id = my-software
        application.token = very-secret
        """;

    @TempDir
    private Path folder;

    private DesktopConfiguration read(String lines) throws Exception {
        var file = Files.writeString(folder.resolve("desktop.properties"), lines);
        return ConfigurationReader.read(file, folder.resolve("home"));
    }

    @Test
    void three_lines_are_enough() throws Exception {
        var configuration = read(LEAST);

        assertEquals(URI.create("https://proxy.example"), configuration.server());
        assertEquals(folder.resolve("plugins"), configuration.plugins());
        assertEquals(folder.resolve("home").resolve(".psc-practice-desktop"), configuration.data());
        assertEquals(Language.FRENCH, configuration.language());
        var logins = configuration.logins();
        assertEquals(
                List.of(List.of("cps", "ecps"), List.of("ecps"), List.of("ecps")),
                logins.stream().map(LoginRequest::authenticatorIds).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(WayIn.BROWSER)),
                logins.stream().map(LoginRequest::wayIn).toList());
        assertEquals(CardRemoval.LOCK, logins.get(0).cardRemoval());
    }

    @Test
    void everything_can_be_settled() throws Exception {
        var configuration = read(LEAST + """
            plugins = modules
            login.means = stub
            card.removal = sign-out
            data = data
            language = en
            guide.address.diagcps = https://diagcps.example 2026-11-02
            """);

        assertEquals(folder.resolve("modules"), configuration.plugins());
        var login = configuration.logins().get(0);
        assertEquals(List.of("stub"), login.authenticatorIds());
        assertEquals(CardRemoval.SIGN_OUT, login.cardRemoval());
        assertEquals(folder.resolve("data"), configuration.data());
        assertEquals(Language.ENGLISH, configuration.language());
        var diagcps = SantefrGuide.in(Locale.FRENCH, configuration.guideAddresses())
                .step("diagcps")
                .orElseThrow();
        assertEquals(
                Optional.of(URI.create("https://diagcps.example")),
                diagcps.links().get(0).address());
    }

    @Test
    void the_token_may_stand_in_a_file() throws Exception {
        Files.writeString(folder.resolve("token.txt"), "of-a-file\n");

        assertEquals(
                "of-a-file",
                read(LEAST.replace("application.token = very-secret", "application.token.file = token.txt"))
                        .applicationToken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server = not an address",
                "client.id =",
                "card.removal = burn",
                "login.means = CPS!",
                "guide.address.diagcps = https://very-secret.example",
                "guide.address.form = https://form.example 2026-11-02",
                "sever = https://proxy.example"
            })
    void a_line_that_cannot_be_used_is_named_and_not_quoted(String line) {
        var failure = assertThrows(PscException.class, () -> read(LEAST + line));

        assertEquals(DesktopProblem.CONFIGURATION_UNUSABLE, failure.problem());
        assertTrue(failure.getMessage().contains(line.substring(0, line.indexOf(' '))), failure::getMessage);
        assertFalse(failure.getMessage().contains("very-secret"));
    }

    @Test
    void the_token_is_not_printed() throws Exception {
        assertFalse(read(LEAST).toString().contains("very-secret"));
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var failure = assertThrows(PscException.class, () -> ConfigurationReader.read(folder.resolve("none"), folder));

        assertEquals(DesktopProblem.CONFIGURATION_UNUSABLE, failure.problem());
    }
}
