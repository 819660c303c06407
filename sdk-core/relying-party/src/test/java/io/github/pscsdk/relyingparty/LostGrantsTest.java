package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What PSC has granted and nobody was given: whoever waited begins again, and PSC's session is ended. */
class LostGrantsTest {
    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    private final TestTime time = psc.time;
    private final Instant begin = time.clock.instant();
    private final AwayForSessions store = new AwayForSessions(time.clock);

    @AutoClose
    private final RelyingParty party = psc.party()
            .sessionStore(store)
            .redirectUri(Lab.REDIRECT)
            .operationTimeout(Duration.ofSeconds(6))
            .build();

    LostGrantsTest() throws IOException {}

    /** Takes no session until it is back. */
    private static final class AwayForSessions extends CountingStore {
        private volatile boolean away;
        private volatile boolean takesNoLogout;

        AwayForSessions(Clock clock) {
            super(SessionStore.inMemory(clock));
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            if (away && key.startsWith("psc/session/") || takesNoLogout && key.startsWith("psc/sign-out/")) {
                throw new IllegalStateException("away");
            }
            return super.write(key, version, content);
        }
    }

    private Duration elapsed() {
        return Duration.between(begin, time.clock.instant());
    }

    private BackchannelLogin begin(long interval) throws Exception {
        return begin(party, interval);
    }

    private BackchannelLogin begin(RelyingParty party, long interval) throws Exception {
        psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":120,\"interval\":" + interval + "}");
        return await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
    }

    private static MockResponse broken() {
        return new MockResponse.Builder()
                .code(200)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private LoginProblem failureOf(BackchannelLogin login) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> time.outcome(login)).problem();
    }

    @Test
    void a_poll_is_not_sent_again_by_itself() throws Exception {
        begin(5);
        psc.answerNext("/token", broken());

        time.pass(Duration.ofSeconds(5));

        assertEquals(1, psc.count("/token"));
    }

    @Test
    void where_the_answer_to_a_poll_was_lost_and_psc_gives_no_other_the_person_begins_again() throws Exception {
        psc.answerNext("/token", broken());
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));

        var login = begin(5);

        assertEquals(LoginProblem.INTERRUPTED, failureOf(login));
    }

    @Test
    void a_store_that_stays_away_for_all_tries_ends_the_login_as_one_to_begin_again() throws Exception {
        store.away = true;
        var login = begin(5);
        assertEquals(LoginProblem.INTERRUPTED, failureOf(login));
        assertTrue(elapsed().compareTo(Duration.ofSeconds(30)) < 0, () -> "at " + elapsed());
        time.settle();
        assertEquals(1, psc.count("/logout"));
        assertTrue(store.sessions().isEmpty());
    }

    @Test
    void a_store_that_is_away_at_the_deadline_is_not_told_as_an_answer_that_psc_owes() throws Exception {
        store.away = true;
        var login = begin(119);
        assertEquals(LoginProblem.INTERRUPTED, failureOf(login));
        assertTrue(elapsed().compareTo(Duration.ofSeconds(121)) < 0, () -> "at " + elapsed());
        time.settle();
        assertEquals(1, psc.count("/logout"));
    }

    @Test
    void a_store_that_is_away_when_an_operation_may_last_no_longer_is_not_told_as_a_psc_that_is_silent()
            throws Exception {
        var login = await(party.beginBrowserLogin());
        var nonce = Browser.query(login.authorizationUri()).get("nonce");
        psc.tokens(claims -> claims.put("nonce", nonce));
        store.away = true;
        var callback = URI.create(Lab.REDIRECT + "?code=code-1&state=" + login.state());

        var failure = assertThrows(
                PscException.class, () -> time.outcome(party.completeBrowserLogin(callback, login.state())));

        assertEquals(LoginProblem.INTERRUPTED, failure.problem());
        time.settle();
        assertEquals(1, psc.count("/logout"));
    }

    @Test
    void a_session_of_psc_that_nobody_was_given_is_ended_there_later_where_that_fails_at_first() throws Exception {
        psc.answerNext("/logout", HandMadePsc.status(503));
        var hold = psc.holdNext("/userinfo");
        var login = begin(5);
        time.pass(Duration.ofSeconds(5));
        assertEquals(1, psc.count("/userinfo"));

        login.cancel();

        time.settle();
        assertEquals(1, psc.count("/logout"));
        time.pass(Duration.ofSeconds(41));
        assertEquals(2, psc.count("/logout"));
        hold.complete(null);
        time.settle();
        assertTrue(store.sessions().isEmpty());
    }

    @Test
    void while_the_store_cannot_be_told_either_psc_is_told_again_from_here_and_not_for_ever() throws Exception {
        psc.answer("/logout", HandMadePsc.status(503));
        var hold = psc.holdNext("/userinfo");
        var login = begin(5);
        time.pass(Duration.ofSeconds(5));
        assertEquals(1, psc.count("/userinfo"));
        store.takesNoLogout = true;

        login.cancel();

        time.settle();
        for (var tries : List.of(1, 2, 3, 4, 5)) {
            assertEquals(tries, psc.count("/logout"));
            time.pass(Duration.ofSeconds(10L << tries - 1));
        }
        assertEquals(6, psc.count("/logout"));
        hold.complete(null);
        time.pass(Duration.ofHours(1));
        assertEquals(6, psc.count("/logout"));
    }

    @Test
    void of_more_than_are_tried_again_at_once_psc_is_told_once() throws Exception {
        psc.answer("/logout", HandMadePsc.status(503));
        store.takesNoLogout = true;
        var settings = psc.party().sessionStore(store);
        settings.mostSignOutsInBackground = 1;
        try (var bounded = settings.build()) {
            cancelOnceGranted(begin(bounded, 5));
            cancelOnceGranted(begin(bounded, 5));
            assertEquals(2, psc.count("/logout"));

            time.pass(Duration.ofHours(1));

            assertEquals(2 + 5, psc.count("/logout"));
        }
    }

    private void cancelOnceGranted(BackchannelLogin login) {
        var hold = psc.holdNext("/userinfo");
        time.pass(Duration.ofSeconds(5));
        login.cancel();
        hold.complete(null);
        time.settle();
    }
}
