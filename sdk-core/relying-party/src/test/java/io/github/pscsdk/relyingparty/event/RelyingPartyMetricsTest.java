package io.github.pscsdk.relyingparty.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Call;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Endpoint;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.LoginEnded;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Operation;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.StoreCall;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.StoreOperation;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of events in a registry. */
class RelyingPartyMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RelyingPartyMetrics metrics = RelyingPartyMetrics.of("editeur-demo");

    RelyingPartyMetricsTest() {
        metrics.bindTo(registry);
    }

    private void end(Means means, String outcome) {
        metrics.loginEnded(new LoginEnded(WayIn.BACKCHANNEL, Optional.of(means), outcome, Duration.ofSeconds(7)));
    }

    private double count(String name, String... tags) {
        return registry.get(name)
                .tags(tags)
                .tag("client", "editeur-demo")
                .counter()
                .count();
    }

    @Test
    void logins_are_counted_by_their_means_and_by_how_they_ended() {
        metrics.loginBegun(WayIn.BROWSER, Optional.empty());
        end(Means.CARD, RelyingPartyListener.DONE);
        end(Means.CARD, RelyingPartyListener.DONE);
        end(Means.MOBILE, "PSC-002");

        assertEquals(1, count("psc.logins.begun", "way", "browser", "means", "unknown"));
        var done = registry.get("psc.logins")
                .tags("way", "backchannel", "means", "card", "outcome", "done")
                .timer();
        assertEquals(2, done.count());
        assertEquals(14, done.totalTime(TimeUnit.SECONDS));
        assertEquals(
                1,
                registry.get("psc.logins")
                        .tags("means", "mobile", "outcome", "PSC-002")
                        .timer()
                        .count());
    }

    @Test
    void what_pro_sante_connect_invents_makes_no_meter_of_its_own() {
        for (var number = 0; number < 100; number++) {
            end(new Means("NEW" + number), RelyingPartyListener.DONE);
            metrics.called(new Call(Endpoint.TOKEN, Integer.toString(400 + number), Duration.ofMillis(3)));
        }

        assertEquals(
                100, registry.get("psc.logins").tag("means", "other").timer().count());
        assertEquals(
                100,
                registry.get("psc.calls")
                        .tags("endpoint", "token", "outcome", "4xx")
                        .timer()
                        .count());
        assertEquals(
                2, registry.getMeters().stream().filter(Timer.class::isInstance).count());
    }

    @Test
    void calls_without_a_response_refusals_and_ends_are_counted_by_their_reason() {
        metrics.called(new Call(Endpoint.KEYS, "PSC-020", Duration.ofSeconds(15)));
        metrics.refused(Operation.API_TOKEN, LoginProblem.API_TOKEN_REFUSED);
        metrics.sessionEnded(SessionEnd.SIGNED_OUT);

        assertEquals(
                1,
                registry.get("psc.calls")
                        .tags("endpoint", "keys", "outcome", "PSC-020")
                        .timer()
                        .count());
        assertEquals(1, count("psc.refusals", "operation", "api_token", "problem", "PSC-044"));
        assertEquals(1, count("psc.sessions.ended", "reason", "signed_out"));
    }

    @Test
    void calls_of_the_store_are_timed_by_what_they_do() {
        metrics.storeCalled(new StoreCall(StoreOperation.READ, RelyingPartyListener.DONE, Duration.ofMillis(4)));
        metrics.storeCalled(new StoreCall(StoreOperation.CLAIM, "PSC-049", Duration.ofSeconds(3)));

        assertEquals(
                4,
                registry.get("psc.store.calls")
                        .tags("operation", "read", "outcome", "done", "client", "editeur-demo")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS));
        assertEquals(
                1,
                registry.get("psc.store.calls")
                        .tags("operation", "claim", "outcome", "PSC-049")
                        .timer()
                        .count());
    }
}
