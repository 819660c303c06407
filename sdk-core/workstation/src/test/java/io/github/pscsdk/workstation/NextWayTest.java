package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes from one way of a login to the next, and what the person is told. */
class NextWayTest {
    private static final NationalId HOLDER = new NationalId(MockServerHalf.NATIONAL_ID);
    private static final LoginRequest CARD_THEN_PHONE = LoginRequest.using("card", "phone", "browser");

    private final MockServerHalf server = new MockServerHalf();
    private final FakeReader reader = new FakeReader(HOLDER);
    private final List<NationalIdQuestion> questions = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final Told told = new Told();

    NextWayTest() throws Exception {}

    @AfterEach
    void close() {
        server.close();
    }

    private LoginDialog answering(Optional<NationalId> answer) {
        return new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
                questions.add(question);
                return answer.map(id -> new NationalIdAnswer(id, false));
            }
        };
    }

    @Test
    void the_person_is_told_why_a_way_was_left_before_the_next_one_asks_anything() throws Exception {
        reader.unplug();
        var toldBefore = new ArrayList<Step>();
        var dialog = new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
                toldBefore.addAll(told.steps());
                return Optional.of(new NationalIdAnswer(HOLDER, false));
            }
        };
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withProgress(told).withDialog(dialog));
        }

        assertEquals(List.of(Step.TRYING_NEXT_WAY), toldBefore);
        var notice = told.first(Step.TRYING_NEXT_WAY).notice().orElseThrow();
        assertSame(PluginProblem.PLUGIN_FAILED, notice.problem());
        assertEquals(Severity.WARNING, notice.severity());
        assertEquals(Map.of("authenticator", "card"), notice.facts());
    }

    @Test
    void each_way_that_was_left_is_told_once() throws Exception {
        server.withPage();
        try (var client = client()) {
            client.login(LoginRequest.using("absent", "phone", "browser").withProgress(told));
        }

        assertEquals(List.of("PSC-064", "PSC-005"), told.reasons());
        assertEquals(
                List.of(Step.TRYING_NEXT_WAY, Step.TRYING_NEXT_WAY, Step.CONTINUE_IN_BROWSER, Step.VERIFYING),
                told.steps());
    }

    @Test
    void whose_card_it_is_passes_to_the_phone_without_a_question() throws Exception {
        reader.breakAfterReading();
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withDialog(answering(Optional.empty())));
        }

        assertEquals(List.of(), questions);
        assertTrue(server.await("POST /v1/logins").body().contains(MockServerHalf.NATIONAL_ID));
    }

    @Test
    void whose_card_it_is_passes_to_the_browser_where_nobody_else_gets_the_session() {
        server.withPage();
        reader.breakAfterReading();
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = client()) {
            assertFails(LoginProblem.IDENTITY_MISMATCH, client, LoginRequest.using("card", "browser"));
        }
    }

    @Test
    void whom_the_request_names_counts_more_than_whose_card_was_read() throws Exception {
        reader.breakAfterReading();
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withNationalId(new NationalId("899999100029")));
        }

        assertTrue(server.await("POST /v1/logins").body().contains("899999100029"));
    }

    @Test
    void nobody_is_asked_for_a_name_that_the_page_in_the_browser_asks_for() throws Exception {
        server.withPage();
        try (var client = client()) {
            client.login(LoginRequest.using("phone").withWayIn(WayIn.BROWSER).withDialog(answering(Optional.empty())));
        }

        assertEquals(List.of(), questions);
    }

    private static void assertFails(LoginProblem problem, PscClient client, LoginRequest request) {
        assertSame(
                problem,
                assertThrows(PscException.class, () -> client.login(request)).problem());
    }

    private PscClient client() {
        return Fakes.builder(server)
                .authenticator(reader)
                .authenticator(new FakePhone())
                .browser(opened::add)
                .build();
    }
}
