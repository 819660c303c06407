package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreRetries;
import io.github.pscsdk.time.Scheduler;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Optional<NationalId> ANNE = Optional.of(new NationalId("899999100011"));
    private static final Optional<NationalId> BORIS = Optional.of(new NationalId("899999100029"));
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "admission");
    private final StoreCalls calls = new StoreCalls(true, timers, "a store");
    private final SessionStore store = SessionStore.inMemory(clock);
    private final StoreAccess access = new StoreAccess(store, calls, new StoreRetries(calls, timers), clock);
    private final Admission admission = new Admission(
            new AttemptLimits(3, 2, Duration.ofMinutes(10)),
            new PendingLogin.Registry(100, clock),
            access,
            new BackchannelRequestLeases(access, timers));

    @Test
    void a_professional_is_asked_so_often_and_then_again_when_the_oldest_attempt_is_past() {
        admission.refuse("a", ANNE);
        clock.advance(Duration.ofSeconds(60));
        admission.refuse("b", ANNE);

        assertEquals(Optional.of(Duration.ofSeconds(540)), admission.refuse("c", ANNE));
        assertEquals(WELCOME, admission.refuse("c", BORIS));
        clock.advance(Duration.ofSeconds(540));
        assertEquals(WELCOME, admission.refuse("c", ANNE));
    }

    @Test
    void a_caller_asks_so_often() {
        admission.refuse("a", ANNE);
        admission.refuse("a", BORIS);
        admission.refuse("a", Optional.empty());

        assertEquals(Optional.of(Duration.ofSeconds(600)), admission.refuse("a", Optional.empty()));
        assertEquals(WELCOME, admission.refuse("b", Optional.empty()));
    }

    @Test
    void a_refused_attempt_does_not_prolong_the_wait() {
        admission.refuse("a", ANNE);
        admission.refuse("b", ANNE);
        clock.advance(Duration.ofSeconds(300));
        admission.refuse("c", ANNE);

        clock.advance(Duration.ofSeconds(300));

        assertEquals(WELCOME, admission.refuse("c", ANNE));
    }

    @Test
    void the_case_of_an_identifier_does_not_count() {
        admission.refuse("a", Optional.of(new NationalId("ANS20990101120000")));
        admission.refuse("b", Optional.of(new NationalId("ans20990101120000")));

        assertEquals(
                Optional.of(Duration.ofSeconds(600)),
                admission.refuse("c", Optional.of(new NationalId("Ans20990101120000"))));
    }

    @Test
    void those_of_long_ago_are_forgotten() {
        for (var i = 0; i < 300; i++) {
            admission.refuse("caller " + i, Optional.empty());
        }
        clock.advance(Duration.ofSeconds(601));
        for (var i = 0; i < 300; i++) {
            assertEquals(WELCOME, admission.refuse("caller " + i, Optional.empty()));
        }
    }
}
