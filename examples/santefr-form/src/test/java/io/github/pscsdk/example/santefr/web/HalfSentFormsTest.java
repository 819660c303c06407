package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that stop in the middle are nobody else's trouble. */
class HalfSentFormsTest {
    private final Visitor visitor = new Visitor();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/logout/backchannel", "/mine", "/mine/import"})
    void sixty_four_half_sent_forms_delay_nobody(String path) throws Exception {
        try (var lab = WebLab.open(folder);
                var strangers = HalfSentRequests.open(lab.page("/"), 64, "POST " + path, "none", logIn(lab))) {
            assertEquals("HTTP/1.1 200 OK", strangers.answerTo("GET /guide", "none"));
            assertEquals(200, visitor.get(lab.page("/mine")).status());
        }
    }

    @Test
    void without_a_session_no_form_is_waited_for() throws Exception {
        try (var lab = WebLab.open(folder)) {
            for (var path : List.of("/logout", "/mine", "/mine/import")) {
                try (var stranger = new SocketCaller(lab.page("/"))) {
                    stranger.socket().setSoTimeout((int) Await.LIMIT.toMillis());

                    stranger.send(SocketCaller.head("POST " + path, "none", "Content-Length: 500\r\n"));

                    assertTrue(stranger.readHead().startsWith("HTTP/1.1 303"), path);
                }
            }
        }
    }

    /** The header that tells the session. */
    private String logIn(WebLab lab) throws Exception {
        lab.logIn(visitor);
        return "Cookie: santefr-session=" + visitor.cookie(lab.page("/"), "santefr-session") + "\r\n";
    }
}
