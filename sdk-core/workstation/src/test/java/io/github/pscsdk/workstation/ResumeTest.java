package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A login that is pending when the software stops, and the next run of the software. */
class ResumeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final NationalId DOCTOR = new NationalId("899999100029");

    private final MockServerHalf server = new MockServerHalf();
    private final VirtualClock time = VirtualClock.standingAt(NOW);
    private final List<PscClient> clients = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final Told before = new Told();
    private final Told after = new Told();

    @AfterEach
    void close() {
        clients.forEach(PscClient::close);
        server.close();
    }

    @Test
    void the_same_login_goes_on_with_the_same_digits_and_the_same_deadline() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));
        passes(Duration.ofSeconds(30));

        var session = client().login(LoginRequest.resuming(ticket).withProgress(after));

        assertEquals(
                MockServerHalf.NATIONAL_ID, session.professional().nationalId().value());
        assertEquals(Optional.of(Means.MOBILE), session.means());
        assertEquals(1, server.seen("POST /v1/logins").size(), "no phone rings twice");
        var first = before.first(Step.CONFIRM_ON_DEVICE);
        var second = after.first(Step.CONFIRM_ON_DEVICE);
        assertEquals(
                first.bindingMessage().orElseThrow(), second.bindingMessage().orElseThrow());
        assertEquals(first.deadline(), second.deadline());
        assertEquals(ticket, second.ticket().orElseThrow(), "it may be kept for one more restart");
    }

    @Test
    void a_login_in_the_browser_goes_on_without_a_second_window_and_with_its_code() throws Exception {
        server.withPage();
        var ticket = kept(LoginRequest.using("browser"));
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.CODE_NEEDED);
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        var person = new LoginDialog() {
            @Override
            public Optional<String> browserCode(int triesLeft, boolean again) {
                return Optional.of("123456");
            }
        };

        client().login(LoginRequest.resuming(ticket).withProgress(after).withDialog(person));

        assertEquals(List.of(Step.CONTINUE_IN_BROWSER, Step.VERIFYING), after.steps());
        assertEquals(1, opened.size());
        assertThrows(
                PscException.class, () -> client().login(LoginRequest.resuming(ticket)), "nobody types the code here");
    }

    @Test
    void the_person_who_was_asked_must_answer_as_if_nothing_had_happened() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));
        server.answer("GET /v1/session", 200, MockServerHalf.session(DOCTOR.value(), "2099-01-01T00:00:00Z"));

        assertFails(LoginProblem.IDENTITY_MISMATCH, LoginRequest.resuming(ticket));

        server.await("DELETE /disconnect");
    }

    @Test
    void the_person_whom_the_caller_named_is_remembered_by_the_ticket() throws Exception {
        server.withPage();
        var ticket = kept(LoginRequest.using("browser").withNationalId(DOCTOR));

        assertFails(LoginProblem.IDENTITY_MISMATCH, LoginRequest.resuming(ticket));
    }

    @Test
    void the_person_whom_the_caller_named_is_remembered_beside_the_one_whom_a_device_named() throws Exception {
        var ticket = kept(LoginRequest.using("phone").withNationalId(DOCTOR));

        assertFails(LoginProblem.IDENTITY_MISMATCH, LoginRequest.resuming(ticket));
    }

    @Test
    void the_means_that_was_required_still_is() throws Exception {
        server.withPage();
        var ticket = kept(LoginRequest.using("browser").requiring(Means.CARD));

        assertFails(LoginProblem.MEANS_NOT_ACCEPTED, LoginRequest.resuming(ticket));
    }

    @Test
    void a_means_that_the_resuming_host_requires_is_required_in_addition() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));

        assertFails(
                LoginProblem.MEANS_NOT_ACCEPTED, LoginRequest.resuming(ticket).requiring(Means.CARD));
    }

    @Test
    void a_login_that_the_server_half_forgot_is_named_as_such() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));
        server.answer("GET /v1/logins/login-1", 404, "{\"problem\":\"PSC-009\"}");

        assertFails(LoginProblem.LOGIN_NOT_WAITING, LoginRequest.resuming(ticket));
    }

    @Test
    void after_its_deadline_nobody_is_asked_any_more() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));
        var asked = server.seen("").size();
        passes(LoginRequest.DEFAULT_TIMEOUT);

        assertFails(LoginProblem.NO_ANSWER_IN_TIME, LoginRequest.resuming(ticket));

        assertEquals(asked, server.seen("").size());
    }

    @Test
    void a_resumed_login_can_be_cancelled() throws Exception {
        var ticket = kept(LoginRequest.using("phone"));
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.PENDING);
        var begun = new CountDownLatch(1);
        var login = client().loginAsync(LoginRequest.resuming(ticket).withProgress(progress -> begun.countDown()));
        Await.latch("the login begins", begun);

        login.cancel(true);

        assertThrows(CancellationException.class, login::get);
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_ticket_of_another_kind_is_refused_and_not_repeated() {
        var odd = new LoginTicket("psc1.YSBsaW5lIHRoYXQgbm8gZW5naW5lIHdyb3RlPn9P4g");

        var failure = assertFails(LoginProblem.LOGIN_NOT_WAITING, LoginRequest.resuming(odd));

        assertFalse(failure.getMessage().contains("a line"));
        assertEquals(List.of(), server.seen(""));
    }

    @Test
    void a_login_whose_device_is_followed_gives_no_ticket() throws Exception {
        var card = new FakeDevice().authenticator();
        try (var client = Fakes.builder(server).authenticator(card).build()) {
            client.login(LoginRequest.using("card").withProgress(before));
        }

        assertTrue(before.first(Step.CONFIRM_ON_DEVICE).ticket().isEmpty());
    }

    /** The ticket as the next run finds it; the first run hangs in its poll and never says a word to the server half. */
    private LoginTicket kept(LoginRequest request) throws Exception {
        var ticket = new AtomicReference<String>();
        server.withSilentPhone();
        // Another process, in which no time passes.
        client(VirtualClock.standingAt(NOW)).loginAsync(request.withProgress(progress -> {
            before.accept(progress);
            ticket.set(progress.ticket().orElseThrow().value());
        }));
        server.await("GET /v1/logins/login-1");
        assertEquals(List.of(), server.seen("DELETE"));
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.DONE);
        return new LoginTicket(ticket.get());
    }

    private void passes(Duration length) {
        time.advance(length);
    }

    private PscException assertFails(LoginProblem problem, LoginRequest request) {
        var failure = assertThrows(PscException.class, () -> client().login(request));
        assertSame(problem, failure.problem());
        return failure;
    }

    private PscClient client() {
        return client(time);
    }

    private PscClient client(VirtualClock clock) {
        var client = Fakes.builder(server)
                .authenticator(Fakes.phone("phone"))
                .browser(opened::add)
                .clock(clock)
                .build();
        clients.add(client);
        return client;
    }
}
