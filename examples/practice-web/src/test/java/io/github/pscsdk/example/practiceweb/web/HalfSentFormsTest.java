package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import org.junit.jupiter.api.Test;

/** Forms that stop in the middle are nobody else's trouble. */
class HalfSentFormsTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String LIMIT = "server.tomcat.connection-timeout";
    private static final String LOGOUT = "POST /psc/logout";

    private final PracticeLab lab = PracticeLab.shared();

    private static String headers(PracticeLab lab) throws Exception {
        var visitor = new Visitor();
        lab.logIn(visitor);
        return FORM + "Cookie: " + PracticeLab.SESSION + "="
                + visitor.cookie(PracticeLab.SESSION).orElseThrow() + "\r\n";
    }

    @Test
    void sixty_four_half_sent_forms_delay_nobody() throws Exception {
        try (var strangers = HalfSentRequests.open(lab.page("/"), 64, LOGOUT, "none", headers(lab))) {
            assertEquals("HTTP/1.1 200", strangers.answerTo("GET /", "none").strip());
        }
    }

    @Test
    void a_form_that_stops_has_its_thread_for_ten_seconds() throws Exception {
        assertEquals("10s", lab.setting(LIMIT));
        try (var shorter = PracticeLab.with("--" + LIMIT + "=2s");
                var stranger = new SocketCaller(shorter.page("/"))) {
            stranger.socket().setSoTimeout((int) Await.LIMIT.toMillis());

            stranger.send(SocketCaller.head(LOGOUT, "none", headers(shorter) + "Content-Length: 500\r\n") + "csrf=");

            assertFalse(stranger.readHead().startsWith("HTTP/1.1 2"));
        }
    }
}
