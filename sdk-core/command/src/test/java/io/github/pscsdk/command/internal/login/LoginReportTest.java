package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginReportTest {
    private final StringWriter out = new StringWriter();

    @Test
    void says_who_is_logged_in_and_until_when() {
        report(CommandTexts.of(Psc.class, Language.FRENCH), false).print(new FollowedSession());

        var lines = out.toString().lines().toList();
        assertEquals("Connecté\u00A0: Camille Zoé FICTIVE (899999100011)", lines.get(0));
        assertTrue(lines.get(1).contains("01/01/2026"), out::toString);
        assertTrue(lines.get(1).contains("12:00"), out::toString);
    }

    @Test
    void says_that_nobody_tells_the_name_of_who_is_logged_in() {
        report(CommandTexts.of(Psc.class, Language.ENGLISH), false).print(FollowedSession.ofSomebodyUnnamed());

        assertEquals(
                "Logged in: 899999100011 (the server half says no more)",
                out.toString().lines().findFirst().orElseThrow());
    }

    @Test
    void in_json_the_login_is_one_line_and_each_change_another() throws Exception {
        var report = report(Shown.TEXTS, true);

        report.print(new FollowedSession());
        report.print(State.LOCKED);

        var lines = out.toString().lines().toList();
        assertEquals(2, lines.size());
        var login = new ObjectMapper().readTree(lines.get(0));
        assertEquals("ACTIVE", login.path("state").asText());
        assertEquals("2026-01-01T12:00:00Z", login.path("expiresAt").asText());
        assertEquals("FICTIVE", login.path("professional").path("familyName").asText());
        assertEquals("{\"state\":\"LOCKED\"}", lines.get(1));
    }

    private LoginReport report(Texts texts, boolean json) {
        return new LoginReport(new PrintWriter(out), texts, json, ZoneOffset.UTC);
    }
}
