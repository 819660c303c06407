package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What passes from one way of a login to the next, and what the person is told. */
class NextWayTest {
    @AutoClose
    private final CardThenPhone ways = new CardThenPhone();

    private final Told told = new Told();

    @Test
    void the_person_is_told_why_a_way_was_left_before_the_next_one_asks_anything() throws Exception {
        ways.reader.unplug();
        var toldBefore = new ArrayList<Step>();
        var dialog = new LoginDialog() {
            @Override
            public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) {
                toldBefore.addAll(told.steps());
                return Optional.of(CardThenPhone.HOLDER);
            }
        };
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST.withProgress(told).withDialog(dialog));
        }

        assertEquals(List.of(Step.TRYING_NEXT_WAY), toldBefore);
        var notice = told.first(Step.TRYING_NEXT_WAY).notice().orElseThrow();
        assertSame(PluginProblem.PLUGIN_FAILED, notice.problem());
        assertEquals(Severity.WARNING, notice.severity());
        assertEquals(Map.of("authenticator", "card"), notice.facts());
    }

    @Test
    void each_way_that_was_left_is_told_once() throws Exception {
        ways.server.withPage();
        try (var client = ways.client()) {
            client.login(LoginRequest.using("absent", "phone", "browser").withProgress(told));
        }

        assertEquals(List.of("PSC-064", "PSC-005"), told.reasons());
        assertEquals(
                List.of(Step.TRYING_NEXT_WAY, Step.TRYING_NEXT_WAY, Step.CONTINUE_IN_BROWSER, Step.VERIFYING),
                told.steps());
    }

    @Test
    void whose_card_it_is_passes_to_the_phone_without_a_question() throws Exception {
        ways.reader.breakAfterReading();
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST.withDialog(ways.answering(Optional.empty())));
        }

        assertEquals(List.of(), ways.suggested);
        assertTrue(ways.server.await("POST /v1/logins").body().contains(MockServerHalf.NATIONAL_ID));
    }

    @Test
    void whose_card_it_is_passes_to_the_browser_where_nobody_else_gets_the_session() {
        ways.server.withPage();
        ways.reader.breakAfterReading();
        ways.server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = ways.client()) {
            assertSame(
                    LoginProblem.IDENTITY_MISMATCH,
                    problemOf(() -> client.login(LoginRequest.using("card", "browser"))));
        }
    }

    @Test
    void whom_the_browser_was_opened_for_passes_to_the_phone_without_a_question() throws Exception {
        ways.server.withPage();
        var given = Fakes.builder(ways.server)
                .authenticator(
                        Fakes.authenticator("first", (request, context) -> context.browser(CardThenPhone.HOLDER)))
                .authenticator(new FakePhone())
                .browser(page -> {
                    throw new IllegalStateException("a test");
                });
        try (var client = given.build()) {
            client.login(LoginRequest.using("first", "phone").withDialog(ways.answering(Optional.empty())));
        }

        assertEquals(List.of(), ways.suggested);
    }

    @Test
    void whom_the_request_names_counts_more_than_whose_card_was_read() throws Exception {
        ways.reader.breakAfterReading();
        ways.server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST.withNationalId(new NationalId("899999100029")));
        }

        assertTrue(ways.server.await("POST /v1/logins").body().contains("899999100029"));
    }

    @Test
    void an_authenticator_knows_whether_another_one_follows() throws Exception {
        var isLast = new ArrayList<Boolean>();
        var given = Fakes.builder(ways.server)
                .authenticator(Fakes.authenticator("first", (request, context) -> {
                    isLast.add(context.isLastWay());
                    throw new IllegalStateException("a test");
                }))
                .authenticator(Fakes.authenticator("second", (request, context) -> {
                    isLast.add(context.isLastWay());
                    return context.backchannel(Fakes.onPhone());
                }));
        try (var client = given.build()) {
            client.login(LoginRequest.using("first", "second"));
            client.login(LoginRequest.using("second"));
        }

        assertEquals(List.of(false, true, true), isLast);
    }

    @Test
    void nobody_is_asked_for_a_name_that_the_page_in_the_browser_asks_for() throws Exception {
        ways.server.withPage();
        try (var client = ways.client()) {
            client.login(
                    LoginRequest.using("phone").withWayIn(WayIn.BROWSER).withDialog(ways.answering(Optional.empty())));
        }

        assertEquals(List.of(), ways.suggested);
    }
}
