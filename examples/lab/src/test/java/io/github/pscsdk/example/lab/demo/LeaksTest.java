package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leak test is worth as much as what it would find. */
class LeaksTest {
    private final Leaks leaks = Leaks.of(Set.of("eyJhbGciOiJSUzI1NiJ9.secret", "42"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "got eyJhbGciOiJSUzI1NiJ9.secret",
                "show 42 on the phone",
                "bindingMessage=42",
                "digits \"42\"",
                "session Xk3_9fQz0aB7-LmN2pRsT4"
            })
    void finds_secrets_wherever_they_stand(String text) {
        assertEquals(1, leaks.in(List.of(line(text))).size(), text);
    }

    @Test
    void finds_every_persona_by_identifier_and_name() {
        for (var persona : Personas.all()) {
            assertEquals(
                    1,
                    leaks.in(List.of(line("id " + persona.nationalId().value())))
                            .size());
            assertEquals(
                    1,
                    leaks.in(List.of(line("for " + persona.familyName() + "!"))).size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listens on http://127.0.0.1:42424",
                "at 10:42:42.042",
                "attempt 1f42",
                "420 rows, 1.42 s",
                "declaration SF-2026-0000042: received, remarks of [V-TEL, V-URL]",
                "at io.github.pscsdk.pluginhost.internal.IsolatingPluginManager.load(IsolatingPluginManager.java:42)"
            })
    void times_ports_and_counts_are_no_leaks(String text) {
        assertEquals(List.of(), leaks.in(List.of(line(text))));
    }

    @Test
    void a_number_that_is_an_argument_is_no_leak() {
        var line = new CapturedLog.Line("x", Level.INFO, "main 42 s left", List.of("{} s left"));

        assertEquals(List.of(), leaks.in(List.of(line)));
    }

    private static CapturedLog.Line line(String text) {
        return new CapturedLog.Line("x", Level.INFO, text, List.of(text));
    }
}
