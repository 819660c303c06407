package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that end at Pro Santé Connect, which reports that to the form. */
class LogoutReportTest {
    private static final String SESSION = "santefr-session";
    private static final String PATH = "/logout/backchannel";

    private final Visitor visitor = new Visitor();

    @AutoClose
    private final WebLab lab;

    LogoutReportTest(@TempDir Path folder) throws Exception {
        lab = WebLab.open(folder);
    }

    @BeforeEach
    void log_in() throws Exception {
        lab.logIn(visitor);
    }

    /** As it was sent already. */
    private String sentToken() {
        return lab.simulator.issuedSecrets().stream()
                .filter(secret -> secret.chars().filter(c -> c == '.').count() == 2)
                .filter(token -> new String(
                                Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8)
                        .contains("event/backchannel-logout"))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(Visitor.Page answer) {
        assertEquals(400, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("{\"error\":\"invalid_request\"}", answer.text());
    }

    @Test
    void a_session_that_ended_there_is_over_at_the_next_page_which_says_why() throws Exception {
        lab.simulator.endSessions();
        assertEquals(List.of(200), lab.answersToReports(1));

        var page = visitor.get(lab.page("/me"));

        assertEquals(URI.create("/?notice=ended-by-psc"), URI.create(page.header("Location")));
        var home = visitor.follow(page);
        assertTrue(home.text().contains("Pro Santé Connect a mis fin à votre session."), home.text());
        assertTrue(visitor.cookie(lab.base, SESSION).isEmpty());
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT), "who reports it need not be told");
    }

    @Test
    void the_connection_page_and_the_logout_say_why_too() throws Exception {
        var other = new Visitor();
        var me = lab.logIn(other);
        lab.simulator.endSessions();
        assertEquals(List.of(200, 200), lab.answersToReports(2));

        assertEquals("/?notice=ended-by-psc", visitor.get(lab.page("/")).header("Location"));
        assertEquals(
                "/?notice=ended-by-psc",
                other.post(lab.page("/logout"), me.fields()).header("Location"));
    }

    @Test
    void a_report_is_taken_once() throws Exception {
        lab.simulator.endSessions();
        lab.answersToReports(1);

        assertRefused(new Visitor().post(lab.page(PATH), Map.of("logout_token", sentToken())));
    }

    @Test
    void a_report_that_pro_sante_connect_did_not_sign_ends_nothing() throws Exception {
        lab.simulator.turn("logout-token-defect", "WRONG_SIGNATURE");
        lab.simulator.endSessions();

        assertEquals(List.of(400), lab.answersToReports(1));
        assertEquals(200, visitor.get(lab.page("/me")).status());
    }

    @Test
    void what_is_no_report_is_refused() throws Exception {
        var sender = new Visitor();

        assertRefused(sender.post(lab.page(PATH), Map.of()));
        assertRefused(sender.post(lab.page(PATH), Map.of("logout_token", "")));
        assertRefused(sender.post(lab.page(PATH), Map.of("logout_token", "a.b.c")));
        assertRefused(sender.post(lab.page(PATH), Map.of("logout_token", "x".repeat(20_000))));
        assertEquals(404, sender.get(lab.page(PATH)).status());
        assertEquals(200, visitor.get(lab.page("/me")).status());
    }

    @Test
    void an_answer_to_a_report_is_not_kept_and_sets_no_cookie() throws Exception {
        var answer = new Visitor().post(lab.page(PATH), Map.of());

        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.cookies().isEmpty());
    }
}
