package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that stop in the middle are nobody else's trouble. */
class HalfSentFormsTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String LOGOUT = "POST /psc/logout";

    private final PracticeLab lab = PracticeLab.shared();
    private String headers;

    @BeforeEach
    void log_in() throws Exception {
        var visitor = new Visitor();
        lab.logIn(visitor);
        headers = FORM + "Cookie: " + PracticeLab.SESSION + "="
                + visitor.cookie(PracticeLab.SESSION).orElseThrow() + "\r\n";
    }

    @Test
    void sixty_four_half_sent_forms_delay_nobody() throws Exception {
        try (var strangers = HalfSentRequests.open(lab.page("/"), 64, LOGOUT, "none", headers)) {
            assertEquals("HTTP/1.1 200", strangers.answerTo("GET /", "none").strip());
        }
    }

    @Test
    void a_form_that_stops_has_its_thread_for_less_than_half_a_minute() throws Exception {
        try (var stranger = new SocketCaller(lab.page("/"))) {
            stranger.socket().setSoTimeout((int) Duration.ofSeconds(25).toMillis());

            stranger.send(SocketCaller.head(LOGOUT, "none", headers + "Content-Length: 500\r\n") + "csrf=");

            assertFalse(stranger.readHead().startsWith("HTTP/1.1 2"));
        }
    }
}
