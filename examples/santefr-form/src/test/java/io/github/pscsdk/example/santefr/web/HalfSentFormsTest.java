package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that stop in the middle are nobody else's trouble. */
class HalfSentFormsTest {
    private final Visitor visitor = new Visitor();

    @AutoClose
    private final WebLab lab;

    private String session;

    HalfSentFormsTest(@TempDir Path folder) throws Exception {
        lab = WebLab.open(folder);
    }

    @BeforeEach
    void log_in() throws Exception {
        lab.logIn(visitor);
        session = "Cookie: santefr-session=" + visitor.cookie(lab.page("/"), "santefr-session") + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout/backchannel", "/logout", "/mine", "/mine/import", "/mine/SF-2026-0000001/edit"})
    void sixty_four_half_sent_forms_delay_nobody(String path) throws Exception {
        try (var strangers = HalfSentRequests.open(lab.page("/"), 64, "POST " + path, "none", session)) {
            assertEquals("HTTP/1.1 200 OK", strangers.answerTo("GET /guide", "none"));
            assertEquals(200, visitor.get(lab.page("/mine")).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/mine", "/mine/import"})
    void without_a_session_no_form_is_waited_for(String path) throws Exception {
        try (var stranger = new SocketCaller(lab.page("/"))) {
            stranger.socket().setSoTimeout((int) Await.LIMIT.toMillis());

            stranger.send(SocketCaller.head("POST " + path, "none", "Content-Length: 500\r\n"));

            assertTrue(stranger.readHead().startsWith("HTTP/1.1 303"));
        }
    }

    @Test
    void a_form_that_stops_is_a_408() throws Exception {
        try (var stranger = new SocketCaller(lab.page("/"))) {
            stranger.send(SocketCaller.head("POST /mine", "none", session + "Content-Length: 500\r\n") + "csrf=");

            assertTrue(stranger.readHead().startsWith("HTTP/1.1 408"));
        }
    }
}
