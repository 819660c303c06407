package io.github.pscsdk.command.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideCommandTest {
    private final Locale machine = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.UK);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(machine);
    }

    @Test
    void it_speaks_the_language_that_was_asked_for_and_else_that_of_the_machine() {
        assertEquals(0, run("guide", "--tree", "--lang", "fr"));
        assertTrue(out.toString().contains("[card] Votre carte CPS fonctionne-t-elle"), out::toString);
        assertTrue(out.toString().contains("adresse non connue"), out::toString);

        assertEquals(0, run("guide", "--tree"));
        assertTrue(out.toString().contains("[card] Does your CPS card work?"), out::toString);
    }

    @Test
    void json_is_in_that_language_too() {
        assertEquals(0, run("guide", "--json", "--lang=fr"));
        assertTrue(out.toString().contains("\"language\" : \"fr\""), out::toString);
    }

    @Test
    void so_is_a_refusal() {
        assertEquals(2, run("guide", "--lang", "fr", "--from", "XYZ-999"));
        assertTrue(err.toString().contains("XYZ-999 n’est le code"), err::toString);
    }

    @Test
    void another_language_is_a_slip_of_the_command_line() {
        assertEquals(2, run("guide", "--tree", "--lang", "de"));
        assertTrue(err.toString().contains("one of fr, en"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void addresses_of_a_file_are_shown_with_the_day_on_which_they_were_read() throws Exception {
        var file = Files.writeString(
                folder.resolve("addresses"), "ans-support = https://support.example/cards 2026-11-02\n");

        assertEquals(0, run("guide", "--tree", "--addresses", file.toString()));

        assertTrue(
                out.toString()
                        .contains(
                                "  > Support of the Agence du Numérique en Santé: https://support.example/cards"
                                        + " (address read by the makers of this software or site, not in the guide, November 2, 2026)"),
                out::toString);
        assertTrue(out.toString().contains("  > DiagCPS: address not known"), out::toString);
    }

    @Test
    void a_file_of_addresses_that_cannot_be_used_is_a_slip_of_the_command_line() throws Exception {
        var file = Files.writeString(folder.resolve("addresses"), "diagcps = https://diagcps.example\n");

        assertEquals(2, run("guide", "--tree", "--addresses", file.toString()));
        assertTrue(err.toString().contains("diagcps needs an address and the day"), err::toString);
        assertEquals(
                2,
                run("guide", "--tree", "--addresses", folder.resolve("absent").toString()));
        assertTrue(err.toString().contains("absent"), err::toString);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Psc.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
