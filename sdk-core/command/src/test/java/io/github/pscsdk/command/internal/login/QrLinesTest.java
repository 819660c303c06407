package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.loginui.LoginQr;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrLinesTest {
    private static final URI PAGE = URI.create("https://psc.example/authorize?state=x");

    @Test
    void the_address_is_there_to_be_scanned() {
        assertEquals(LoginQr.of(PAGE).text().lines().toList(), QrLines.of(PAGE.toString(), StandardCharsets.UTF_8));
    }

    @Test
    void an_address_that_no_code_holds_is_not_drawn() {
        var tooLong = URI.create(PAGE + "x".repeat(2400));

        assertEquals(List.of(), QrLines.of(tooLong.toString(), StandardCharsets.UTF_8));
    }

    @Test
    void a_terminal_that_cannot_write_blocks_gets_no_question_marks() {
        assertEquals(List.of(), QrLines.of(PAGE.toString(), StandardCharsets.ISO_8859_1));
    }
}
