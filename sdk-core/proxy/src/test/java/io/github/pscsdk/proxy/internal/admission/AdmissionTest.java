package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Optional<NationalId> ANNE = Optional.of(new NationalId("899999100011"));
    private static final Optional<NationalId> BORIS = Optional.of(new NationalId("899999100029"));
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final RelyingParty client = RelyingParty.builder(PscEnvironment.sandbox())
            .client("software", ClientAuthentication.clientSecretBasic("secret"))
            .build();
    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "admission");
    private final StoreCalls calls = new StoreCalls(true, timers, "a store");
    private final SessionStore store = SessionStore.inMemory(clock);
    private final StoreAccess access = new StoreAccess(store, calls, clock);
    private final Admission admission = new Admission(
            new AttemptLimits(3, 2, Duration.ofMinutes(10)),
            new AdmittedLogin.Registry(100, clock),
            access,
            new BackchannelRequestLeases(access, timers));

    /** How long the caller has to wait; empty where the attempt is admitted, and over. */
    private Optional<Duration> refuse(String application, Optional<NationalId> person) {
        var caller = new Caller(application, false, new Caller.Origin("192.0.2.1", List.of()));
        var admitted = person.map(asked -> admission.onDevice(caller, login(asked)))
                .orElseGet(() -> admission.inBrowser(caller));
        try {
            admitted.join().end();
            return WELCOME;
        } catch (CompletionException e) {
            return ((RefusedException) e.getCause()).retryAfter();
        }
    }

    private DeviceLogin login(NationalId person) {
        return new DeviceLogin(client, BackchannelRequest.onMobile(person), new BindingMessage("42"));
    }

    @Test
    void a_professional_is_asked_so_often_and_then_again_when_the_oldest_attempt_is_past() {
        refuse("a", ANNE);
        clock.advance(Duration.ofSeconds(60));
        refuse("b", ANNE);

        assertEquals(Optional.of(Duration.ofSeconds(540)), refuse("c", ANNE));
        assertEquals(WELCOME, refuse("c", BORIS));
        clock.advance(Duration.ofSeconds(540));
        assertEquals(WELCOME, refuse("c", ANNE));
    }

    @Test
    void a_caller_asks_so_often() {
        refuse("a", ANNE);
        refuse("a", BORIS);
        refuse("a", Optional.empty());

        assertEquals(Optional.of(Duration.ofSeconds(600)), refuse("a", Optional.empty()));
        assertEquals(WELCOME, refuse("b", Optional.empty()));
    }

    @Test
    void where_a_limit_was_lowered_the_attempts_that_still_count_are_the_latest() {
        for (var i = 0; i < 3; i++) {
            admission.begin(List.of(new Admission.Limit("kind", "key", 3, Duration.ofMinutes(10))));
            clock.advance(Duration.ofSeconds(60));
        }

        assertEquals(
                Optional.of(Duration.ofSeconds(480)),
                admission.begin(List.of(new Admission.Limit("kind", "key", 2, Duration.ofMinutes(10)))));
    }

    @Test
    void the_greatest_limit_of_logins_has_one_of_codes() {
        var limits = new AttemptLimits(Integer.MAX_VALUE, 1, Duration.ofMinutes(10));

        assertEquals(Integer.MAX_VALUE, limits.codesPerCaller());
    }

    @Test
    void a_refused_attempt_does_not_prolong_the_wait() {
        refuse("a", ANNE);
        refuse("b", ANNE);
        clock.advance(Duration.ofSeconds(300));
        refuse("c", ANNE);

        clock.advance(Duration.ofSeconds(300));

        assertEquals(WELCOME, refuse("c", ANNE));
    }

    @Test
    void the_case_of_an_identifier_does_not_count() {
        refuse("a", Optional.of(new NationalId("ANS20990101120000")));
        refuse("b", Optional.of(new NationalId("ans20990101120000")));

        assertEquals(
                Optional.of(Duration.ofSeconds(600)), refuse("c", Optional.of(new NationalId("Ans20990101120000"))));
    }

    @AfterEach
    void close() {
        client.close();
        timers.close();
    }

    @Test
    void those_of_long_ago_are_forgotten() {
        for (var i = 0; i < 300; i++) {
            refuse("caller " + i, Optional.empty());
        }
        clock.advance(Duration.ofSeconds(601));
        for (var i = 0; i < 300; i++) {
            assertEquals(WELCOME, refuse("caller " + i, Optional.empty()));
        }
    }
}
