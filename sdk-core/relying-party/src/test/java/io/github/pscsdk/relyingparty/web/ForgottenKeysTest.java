package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing stays of keys that are quiet, and of forms that wait no more. */
class ForgottenKeysTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final VirtualClock clock = VirtualClock.standing();

    @ParameterizedTest
    @CsvSource({"0, 60", "-1, 60", "1, 0", "1, -1"})
    void a_limit_that_lets_nobody_in_or_everybody_is_refused(int allowed, long seconds) {
        var window = Duration.ofSeconds(seconds);

        assertThrows(IllegalArgumentException.class, () -> new LoginLimit(clock, allowed, window));
        assertEquals(Optional.empty(), new LoginLimit(clock, 1, Duration.ofNanos(1)).begin("a"));
    }

    @Test
    void a_key_is_forgotten_once_its_latest_attempt_is_past_and_not_before() {
        var limit = new LoginLimit(clock, 3, WINDOW);
        limit.begin("a");
        limit.begin("b");
        clock.advance(Duration.ofMinutes(5));
        limit.begin("a");
        assertEquals(2, limit.keys());

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        limit.begin("c");
        assertEquals(3, limit.keys());
        clock.advance(Duration.ofMillis(1));
        limit.begin("c");
        assertEquals(2, limit.keys(), "a and c");
        clock.advance(WINDOW);
        limit.begin("d");
        assertEquals(1, limit.keys());
    }

    /** Tells which keys are there. */
    private static final class Keys extends InterceptedStore {
        private final Set<String> kept = new HashSet<>();

        Keys(SessionStore store) {
            super(store);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (call == Call.WRITE) {
                kept.add(about);
            } else if (call == Call.REMOVE) {
                kept.remove(about);
            }
            return work.get();
        }
    }

    @Test
    void a_form_that_was_dropped_leaves_no_entry() {
        var keys = new Keys(SessionStore.inMemory(clock));
        var forms = new ExpiredSessionForms(keys, clock);
        var session = new PscSession(
                SessionId.draw(),
                "client",
                new Professional(
                        new NationalId("899999100011"), "TEST", List.of(), Optional.empty(), List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "",
                clock.instant(),
                clock.instant().plus(Duration.ofHours(4)));
        forms.note(session, "/edit", "SF-1");
        assertTrue(forms.keep(session.id().formToken(), "/edit", "typed", Optional.empty()));
        assertEquals(2, keys.kept.size());

        forms.drop(session, forms.find(session).orElseThrow());

        assertEquals(1, keys.kept.size(), "the page that was shown");
    }

    @Test
    void cookies_are_not_printed() {
        assertEquals(
                "HostCookie[name]",
                HostCookie.named("name", URI.create("http://localhost")).toString());
    }
}
