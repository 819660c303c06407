package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.DOCTOR;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sessions a logout token ends, once. */
class BackchannelLogoutsTest {
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final VirtualClock time = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(time, "reported-logouts");
    private final AwayStore store = new AwayStore(SessionStore.inMemory(time));
    private final StoreAccess access =
            new StoreAccess(store, "issuer\nclient", new StoreCalls(true, timers, "a store"), timers, time);
    private final Sessions sessions =
            new Sessions(access, tokens -> {}, "client", Duration.ofHours(2), LIMIT, Events.NONE);
    private final BackchannelLogouts logouts = new BackchannelLogouts(this::verified, sessions, access, LEEWAY);
    private final PscSession one = TestSessions.session(DOCTOR, "one", time.instant());
    private final PscSession other = TestSessions.session(DOCTOR, "other", time.instant());

    /** Is away for entries of a kind, so many times. */
    private static final class AwayStore extends InterceptedStore {
        private String away = "";
        private int failures;

        AwayStore(SessionStore store) {
            super(store);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (about.startsWith(away) && failures > 0) {
                failures--;
                throw StoreException.unavailable("of a test", null);
            }
            return work.get();
        }
    }

    @BeforeEach
    void open() throws Exception {
        sessions.open(one, TestSessions.tokens("sub"));
        sessions.open(other, TestSessions.tokens("sub"));
    }

    private static String token(String id, String names, long expiresAt) {
        return "{'jti':'" + id + "','exp':" + expiresAt + "," + names + "}";
    }

    private CompletableFuture<LogoutTokenClaims> verified(String token) {
        try {
            return CompletableFuture.completedFuture(
                    LogoutTokenClaims.read(token.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableJsonException e) {
            return CompletableFuture.failedFuture(new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "of a test", e));
        }
    }

    private CompletableFuture<Void> report(String id, String names) throws Exception {
        return logouts.accept(token(id, names, time.instant().plusSeconds(120).getEpochSecond()));
    }

    private boolean isOpen(PscSession session) {
        return sessions.tokens(session.id()).isPresent();
    }

    private static void assertDone(CompletableFuture<Void> reported) {
        assertTrue(reported.isDone() && !reported.isCompletedExceptionally());
    }

    private static void assertRefused(CompletableFuture<Void> reported) {
        var failure = assertThrows(CompletionException.class, reported::join).getCause();
        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, ((PscException) failure).problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sid':'one' | false | true",
                "'sid':'one','sub':'sub' | false | true",
                "'sub':'sub' | false | false",
                "'sid':' ','sub':'sub' | false | false",
                "'sid':'another','sub':'sub' | true | true",
                "'sub':'another' | true | true"
            },
            quoteCharacter = '"')
    void a_logout_ends_the_session_that_it_names_or_all_of_a_person(String names, boolean first, boolean second)
            throws Exception {
        assertDone(report("id", names));

        assertEquals(List.of(first, second), List.of(isOpen(one), isOpen(other)));
        if (!first) {
            assertEquals(
                    LoginProblem.SESSION_ENDED_AT_PSC,
                    sessions.whyEnded(one.id()).problem());
        }
    }

    @Test
    void a_session_without_a_name_at_psc_may_be_the_one_that_a_logout_of_its_person_names() throws Exception {
        var nameless = TestSessions.session(DOCTOR, "", time.instant());
        sessions.open(nameless, TestSessions.tokens("sub"));

        assertDone(report("id", "'sid':'unknown','sub':'another'"));
        assertTrue(isOpen(nameless));

        assertDone(report("another id", "'sid':'unknown','sub':'sub'"));
        assertFalse(isOpen(nameless));
    }

    @Test
    void a_token_that_was_seen_before_is_refused_until_it_has_expired_by_any_clock() throws Exception {
        var expiresAt = time.instant().plusSeconds(120).getEpochSecond();
        assertDone(logouts.accept(token("id", "'sid':'one'", expiresAt)));

        assertRefused(logouts.accept(token("id", "'sid':'other'", expiresAt)));
        assertTrue(isOpen(other));
        time.advance(Duration.ofSeconds(120).plus(LEEWAY).minus(MILLI));
        assertRefused(logouts.accept(token("id", "'sid':'other'", expiresAt)));
        time.advance(MILLI);
        assertDone(logouts.accept(token("id", "'sid':'other'", expiresAt)));
        assertFalse(isOpen(other));
    }

    @Test
    void a_token_that_was_not_verified_ends_nothing() {
        assertRefused(logouts.accept("{'sid':'one'"));

        assertTrue(isOpen(one));
    }

    @Test
    void another_token_is_not_the_one_that_was_seen() throws Exception {
        assertDone(report("id", "'sid':'one'"));
        assertDone(report("another", "'sid':'other'"));

        assertFalse(isOpen(other));
    }

    @Test
    void a_token_that_expired_as_it_was_verified_is_remembered_for_a_second() throws Exception {
        var past = time.instant().minus(LEEWAY).getEpochSecond();
        assertDone(logouts.accept(token("id", "'sid':'one'", past)));

        time.advance(Duration.ofSeconds(1).minus(MILLI));
        assertRefused(logouts.accept(token("id", "'sid':'other'", past)));
        time.advance(MILLI);
        assertDone(logouts.accept(token("id", "'sid':'other'", past)));
    }

    @ParameterizedTest
    @CsvSource({"psc/logout-token", "psc/ended", "psc/sid", "psc/session", "psc/end-reason"})
    void a_logout_comes_through_once_the_store_is_back(String away) throws Exception {
        store.away = away;
        store.failures = 2;

        var reported = report("id", "'sid':'one'");
        assertFalse(reported.isDone());
        time.advanceToNext(LIMIT);
        time.advanceToNext(LIMIT);

        assertDone(reported);
        assertFalse(isOpen(one));
        assertRefused(report("id", "'sid':'one'"));
    }

    @Test
    void a_logout_of_which_something_is_left_to_do_is_taken_when_it_comes_again() throws Exception {
        store.away = "psc/session";
        store.failures = 1;
        var reported = report("id", "'sid':'one'");

        assertDone(report("id", "'sid':'one'"));

        assertFalse(isOpen(one));
        time.advanceToNext(LIMIT);
        assertDone(reported);
    }
}
