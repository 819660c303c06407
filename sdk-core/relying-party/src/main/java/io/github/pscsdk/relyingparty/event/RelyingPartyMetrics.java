package io.github.pscsdk.relyingparty.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Counts what a relying party tells, in every registry that it is bound to. Tags have few values, none of a person: an
 * unknown means is {@code other}, a status is its class, such as {@code 4xx}. The names are in run-a-proxy.md. Safe for
 * any thread.
 */
public final class RelyingPartyMetrics implements RelyingPartyListener, MeterBinder {
    private static final Duration[] LOGIN_STEPS = steps(Duration::ofSeconds, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600);
    private static final Duration[] STORE_STEPS = steps(Duration::ofMillis, 1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000);
    private static final Duration[] CALL_STEPS = steps(Duration::ofMillis, 50, 100, 250, 500, 1000, 2500, 5000, 15000);

    private final Tags client;
    private final CopyOnWriteArrayList<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    private RelyingPartyMetrics(String clientId) {
        this.client = Tags.of("client", clientId);
    }

    /** The metrics of the relying party of that client id: give them to its builder as listener. */
    public static RelyingPartyMetrics of(String clientId) {
        return new RelyingPartyMetrics(clientId);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.addIfAbsent(registry);
    }

    @Override
    public void heard(Event event) {
        switch (event.name()) {
            case "psc.logins.begun" -> count(event, "Logins that have begun");
            case "psc.logins" -> time(event, "Logins that have ended, and the time since they began", LOGIN_STEPS);
            case "psc.calls" ->
                time(event, "Calls to Pro Santé Connect and to the authorization servers of APIs", CALL_STEPS);
            case "psc.store.calls" -> time(event, "Calls to the store of sessions", STORE_STEPS);
            case "psc.refusals" -> count(event, "Failures beside logins");
            case "psc.sessions.ended" -> count(event, "Sessions that have ended here otherwise than by time");
            default -> {}
        }
    }

    private Tags tags(Event event) {
        var all = client;
        for (var tag : event.tags().entrySet()) {
            all = all.and(tag.getKey(), tag.getValue());
        }
        return all;
    }

    private void count(Event event, String description) {
        registries.forEach(registry -> Counter.builder(event.name())
                .description(description)
                .tags(tags(event))
                .register(registry)
                .increment());
    }

    private void time(Event event, String description, Duration... steps) {
        registries.forEach(registry -> Timer.builder(event.name())
                .description(description)
                .tags(tags(event))
                .serviceLevelObjectives(steps)
                .register(registry)
                .record(event.duration().orElseThrow()));
    }

    private static Duration[] steps(LongFunction<Duration> unit, long... steps) {
        return LongStream.of(steps).mapToObj(unit).toArray(Duration[]::new);
    }
}
