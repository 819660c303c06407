package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.workstation.PlainServerHalf.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Logins at a server half that speaks ANS's plain contract alone. */
class PlainLoginTest {
    @AutoClose
    private final PlainWorkstation at = new PlainWorkstation();

    private final PlainServerHalf server = at.server;
    private final Told told = new Told();

    @Test
    void a_login_by_phone_asks_with_the_four_members_and_shows_the_digits_before_the_phone_rings() throws Exception {
        var shownBefore = new ArrayList<String>();
        server.person(connect -> {
            shownBefore.add(told.first(Step.CONFIRM_ON_DEVICE)
                    .bindingMessage()
                    .orElseThrow()
                    .digits());
            return Optional.of(server.opened(connect));
        });

        var session = at.client.login(PlainWorkstation.BY_PHONE.withProgress(told));

        assertTrue(session.isActive());
        var asked = server.firstAsked();
        assertEquals(MockServerHalf.NATIONAL_ID, asked.get("nationalId").asText());
        assertEquals("editeur-demo", asked.get("clientId").asText());
        assertEquals("MOBILE", asked.get("channel").asText());
        assertEquals(List.of(asked.get("bindingMessage").asText()), shownBefore);
        assertEquals(List.of(Step.CONFIRM_ON_DEVICE, Step.VERIFYING), told.steps());
        assertEquals(Optional.of(Means.MOBILE), session.means());
        assertFalse(server.await("POST /connect").headers().containsKey("cookie"));
    }

    @Test
    void a_login_by_card_asks_on_the_card() throws Exception {
        var session = at.client.login(PlainWorkstation.BY_CARD.requiring(Means.CARD));

        assertEquals("CARD", server.firstAsked().get("channel").asText());
        assertEquals(Optional.of(Means.CARD), session.means());
    }

    @Test
    void of_the_professional_nothing_is_known_but_who_was_asked_and_that_is_not_told_as_a_lack_at_psc()
            throws Exception {
        var professional =
                at.client.login(PlainWorkstation.BY_PHONE.withProgress(told)).professional();

        assertEquals(new NationalId(MockServerHalf.NATIONAL_ID), professional.nationalId());
        assertFalse(professional.hasName());
        assertEquals(List.of(), professional.practices());
        assertTrue(told.all().stream().allMatch(step -> step.notice().isEmpty()));
    }

    @Test
    void a_session_of_which_nobody_says_when_it_ends_ends_here_after_four_hours() throws Exception {
        var session = at.client.login(PlainWorkstation.BY_PHONE);
        assertEquals(Clients.NOON.plus(Duration.ofHours(4)), session.expiresAt());

        at.passes(Duration.ofHours(4));

        assertFalse(session.isActive());
    }

    @Test
    void there_is_no_ticket_and_none_of_another_server_half_is_resumed() throws Exception {
        at.client.login(PlainWorkstation.BY_PHONE.withProgress(told));
        assertTrue(told.first(Step.CONFIRM_ON_DEVICE).ticket().isEmpty());

        try (var full = new MockServerHalf();
                var client =
                        Fakes.builder(full).authenticator(Fakes.phone("phone")).build()) {
            var other = new Told();
            client.login(PlainWorkstation.BY_PHONE.withProgress(other));
            var request = LoginRequest.resuming(other.ticket());

            try (var late = new PlainWorkstation(builder -> builder.clock(Clock.systemUTC()))) {
                late.client.login(PlainWorkstation.BY_PHONE);
                assertSame(LoginProblem.LOGIN_NOT_WAITING, problemOf(() -> late.client.login(request)));
                assertEquals(0, late.server.seen("GET /v1").size());
            }
        }
    }

    @Test
    void the_browser_is_left_for_the_next_way_before_it_opens() throws Exception {
        var session = at.client.login(LoginRequest.using("browser", "phone").withProgress(told));

        assertTrue(session.isActive());
        assertEquals(List.of("PSC-065"), told.reasons());
        assertSame(
                LoginProblem.BROWSER_LOGIN_NOT_OFFERED,
                problemOf(() -> at.client.login(LoginRequest.using("browser"))));
    }

    @Test
    void another_means_than_the_required_one_is_refused_before_the_phone_rings() {
        assertSame(
                LoginProblem.MEANS_NOT_ACCEPTED,
                problemOf(() -> at.client.login(PlainWorkstation.BY_PHONE.requiring(Means.CARD))));

        assertEquals(0, server.rings());
    }

    @Test
    void another_person_than_the_one_whom_the_caller_named_gets_no_session() throws Exception {
        var other = new NationalId("899999100029");

        assertSame(
                LoginProblem.IDENTITY_MISMATCH,
                problemOf(() -> at.client.login(PlainWorkstation.BY_PHONE.withNationalId(other))));

        server.await("DELETE /disconnect");
        assertEquals(Set.of(), server.sessions());
    }

    @Test
    void an_authenticator_that_asks_for_the_environment_is_told_that_nobody_knows() throws Exception {
        var seen = new AtomicReference<Environment>();
        try (var client = Fakes.builder(server.address())
                .authenticator(Fakes.authenticator("curious", (request, context) -> {
                    seen.set(context.environment());
                    return context.backchannel(Fakes.onPhone());
                }))
                .build()) {
            client.login(LoginRequest.using("curious"));
        }

        assertSame(Environment.UNKNOWN, seen.get());
        assertEquals(1, server.seen("GET /v1").size());
        assertEquals(0, server.seen("POST /v1").size(), "it was known by then");
    }

    @Test
    void the_cookie_is_sent_back_where_the_body_spells_the_handle_otherwise() throws Exception {
        server.person(connect -> {
            var opened = server.opened(connect);
            var headers = new ArrayList<>(List.of("Set-Cookie: node=1", "Set-Cookie: proxy_session_id=; Max-Age=0"));
            headers.addAll(opened.headers());
            return Optional.of(new Reply(200, headers, opened.body().replace("plain-session", "as-it-is-kept")));
        });

        at.client.login(PlainWorkstation.BY_PHONE).signOut();

        assertEquals(Set.of(), server.sessions());
    }

    @Test
    void the_handle_of_the_body_serves_where_there_is_no_cookie_and_without_either_there_is_no_session()
            throws Exception {
        server.person(
                connect -> Optional.of(Reply.of(200, server.opened(connect).body())));
        at.client.login(PlainWorkstation.BY_PHONE).signOut();
        assertEquals(Set.of(), server.sessions());

        server.refuses(Reply.of(200, "{\"session_state\":\"state-1\"}"));
        assertSame(
                LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> at.client.login(PlainWorkstation.BY_PHONE)));
    }
}
