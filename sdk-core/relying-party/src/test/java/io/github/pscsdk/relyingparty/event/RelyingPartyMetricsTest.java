package io.github.pscsdk.relyingparty.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Event;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
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

    private void count(String name, Map<String, String> tags) {
        metrics.heard(new Event(name, tags, Optional.empty()));
    }

    private void time(String name, Map<String, String> tags, Duration duration) {
        metrics.heard(new Event(name, tags, Optional.of(duration)));
    }

    private void end(String means, String outcome) {
        time("psc.logins", Map.of("way", "backchannel", "means", means, "outcome", outcome), Duration.ofSeconds(7));
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
        count("psc.logins.begun", Map.of("way", "browser", "means", "unknown"));
        end("card", "done");
        end("card", "done");
        end("mobile", "PSC-002");

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
    void calls_without_a_response_refusals_and_ends_are_counted_by_their_reason() {
        time("psc.calls", Map.of("endpoint", "keys", "outcome", "PSC-020"), Duration.ofSeconds(15));
        count("psc.refusals", Map.of("operation", "api_token", "problem", "PSC-044"));
        count("psc.sessions.ended", Map.of("reason", "signed_out"));
        count("psc.of.a.later.version", Map.of());

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
        time("psc.store.calls", Map.of("operation", "read", "outcome", "done"), Duration.ofMillis(4));
        time("psc.store.calls", Map.of("operation", "claim", "outcome", "PSC-049"), Duration.ofSeconds(3));

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
