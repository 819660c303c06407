package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The engine's own authenticator, the code of the page, and a browser that does not open. */
class BrowserWayTest {
    private static final LoginRequest REQUEST = LoginRequest.using("browser");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf().withPage();

    private final List<URI> opened = new ArrayList<>();
    private final Person person = new Person();

    /** Types what a test put on the stack; shows pages if told so. */
    private static final class Person implements LoginDialog {
        private final Queue<String> codes = new ArrayDeque<>();
        private final List<String> questions = new ArrayList<>();
        private final List<URI> shown = new ArrayList<>();
        private boolean showsPages;

        @Override
        public Optional<String> browserCode(int triesLeft, boolean again) {
            questions.add(triesLeft + " " + again);
            return Optional.ofNullable(codes.poll());
        }

        @Override
        public boolean browserPage(URI page) {
            shown.add(page);
            return showsPages;
        }
    }

    @Test
    void a_client_without_any_plug_in_logs_in_by_the_browser() throws Exception {
        try (var client = builder().build()) {
            assertTrue(client.login(REQUEST).isActive());
        }

        assertEquals(List.of(URI.create(MockServerHalf.PAGE)), opened);
    }

    @Test
    void nobody_but_the_person_named_gets_a_session_by_the_browser() {
        try (var client = builder().build()) {
            var other = REQUEST.withNationalId(new NationalId("899999100029"));

            assertSame(LoginProblem.IDENTITY_MISMATCH, problemOf(() -> client.login(other)));
        }
    }

    @Test
    void a_browser_way_of_the_host_s_own_takes_the_place_of_the_engine_s() throws Exception {
        var used = new AtomicBoolean();
        var own = Fakes.authenticator("browser", (request, context) -> {
            used.set(true);
            return context.browser();
        });
        try (var client = builder().authenticator(own).build()) {
            client.login(REQUEST);
        }

        assertTrue(used.get());
    }

    @Test
    void the_code_of_the_page_is_asked_of_the_person_and_spaces_do_not_count() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        person.codes.add(" 123\u202F456\u00A0");
        try (var client = builder().build()) {
            assertTrue(client.login(REQUEST.withDialog(person)).isActive());
        }

        assertEquals(
                "{\"code\":\"123456\"}",
                server.await("POST /v1/logins/login-1/code").body());
    }

    @Test
    void what_is_no_code_is_asked_for_again_and_never_sent() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        person.codes.addAll(List.of("12345", "", "abcdef", "654321"));
        try (var client = builder().build()) {
            client.login(REQUEST.withDialog(person));
        }

        assertEquals(1, server.seen("POST /v1/logins/login-1/code").size());
        assertEquals("3 false", person.questions.get(0));
        assertEquals("3 true", person.questions.get(3));
    }

    @Test
    void a_host_that_answers_nonsense_for_ever_is_not_asked_for_ever() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        var nonsense = new LoginDialog() {
            @Override
            public Optional<String> browserCode(int triesLeft, boolean again) {
                return Optional.of("code");
            }
        };
        try (var client = builder().build()) {
            assertSame(LoginProblem.BROWSER_CODE_MISSING, problemOf(() -> client.login(REQUEST.withDialog(nonsense))));
        }

        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_host_that_cannot_ask_for_the_code_gets_no_session() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        try (var client = builder().build()) {
            assertSame(LoginProblem.BROWSER_CODE_MISSING, problemOf(() -> client.login(REQUEST)));
        }

        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_dialog_that_throws_gives_no_code() {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        var broken = new LoginDialog() {
            @Override
            public Optional<String> browserCode(int triesLeft, boolean again) {
                throw new IllegalStateException("123456");
            }
        };
        try (var client = builder().build()) {
            assertSame(LoginProblem.BROWSER_CODE_MISSING, problemOf(() -> client.login(REQUEST.withDialog(broken))));
        }
    }

    @Test
    void a_host_that_shows_the_address_stands_in_for_the_browser() throws Exception {
        person.showsPages = true;
        try (var client = builder().browser(BrowserWayTest::fail).build()) {
            assertTrue(client.login(REQUEST.withDialog(person)).isActive());
        }

        assertEquals(List.of(URI.create(MockServerHalf.PAGE)), person.shown);
    }

    @Test
    void without_browser_and_without_a_place_for_the_address_the_login_ends() throws Exception {
        try (var client = builder().browser(BrowserWayTest::fail).build()) {
            assertSame(LoginProblem.BROWSER_NOT_OPENED, problemOf(() -> client.login(REQUEST.withDialog(person))));
        }

        server.await("DELETE /v1/logins/login-1");
        assertEquals(List.of(), server.seen("GET /v1/logins"));
    }

    @Test
    void neither_the_address_nor_the_code_is_logged() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        person.showsPages = true;
        person.codes.addAll(List.of("12345x", "735194"));
        try (var log = LogLines.open();
                var client = builder().browser(BrowserWayTest::fail).build()) {
            client.login(REQUEST.withDialog(person));

            assertFalse(log.contains("xstate"), "the address");
            assertFalse(log.contains("735194"), "the code");
            assertFalse(log.contains("12345x"), "what was typed");
        }
    }

    private static void fail(URI page) {
        throw new IllegalStateException("cannot show " + page);
    }

    private PscClientBuilder builder() {
        return Fakes.builder(server).browser(opened::add);
    }
}
