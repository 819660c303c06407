package io.github.pscsdk.relyingparty.event;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Counts what a relying party tells, in every registry that it is bound to. Tags have few values, none of a person: an
 * unknown means is {@code other}, a status is its class, such as {@code 4xx}. The names are in run-a-proxy.md. Safe for
 * any thread.
 */
public final class RelyingPartyMetrics implements RelyingPartyListener, MeterBinder {
    private static final Duration[] LOGIN_STEPS = seconds(1, 2, 5, 10, 20, 30, 60, 120, 300, 600);
    private static final Duration[] STORE_STEPS = milliseconds(1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000);
    private static final Duration[] CALL_STEPS = milliseconds(50, 100, 250, 500, 1000, 2500, 5000, 15000);

    private final Tags client;
    private final CopyOnWriteArrayList<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    private RelyingPartyMetrics(String clientId) {
        this.client = Tags.of("client", clientId);
    }

    /** Those of the relying party of that client id: give them to its builder as listener. */
    public static RelyingPartyMetrics of(String clientId) {
        return new RelyingPartyMetrics(clientId);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.addIfAbsent(registry);
    }

    @Override
    public void loginBegun(WayIn wayIn, Optional<Means> asked) {
        count("psc.logins.begun", "Logins that have begun", login(wayIn, asked));
    }

    @Override
    public void loginEnded(LoginEnded login) {
        inEach(registry -> Timer.builder("psc.logins")
                .description("Logins that have ended, and the time since they began")
                .tags(login(login.wayIn(), login.means()).and("outcome", login.outcome()))
                .serviceLevelObjectives(LOGIN_STEPS)
                .register(registry)
                .record(login.duration()));
    }

    private Tags login(WayIn wayIn, Optional<Means> means) {
        return client.and(
                "way", tag(wayIn), "means", means.map(RelyingPartyMetrics::tag).orElse("unknown"));
    }

    @Override
    public void called(Call call) {
        inEach(registry -> Timer.builder("psc.calls")
                .description("Calls to Pro Santé Connect and to the authorization servers of APIs")
                .tags(client.and("endpoint", tag(call.endpoint()), "outcome", classOf(call.outcome())))
                .serviceLevelObjectives(CALL_STEPS)
                .register(registry)
                .record(call.duration()));
    }

    @Override
    public void storeCalled(StoreCall call) {
        inEach(registry -> Timer.builder("psc.store.calls")
                .description("Calls to the store of sessions")
                .tags(client.and("operation", tag(call.operation()), "outcome", call.outcome()))
                .serviceLevelObjectives(STORE_STEPS)
                .register(registry)
                .record(call.duration()));
    }

    @Override
    public void refused(Operation operation, Problem problem) {
        count(
                "psc.refusals",
                "What failed beside logins",
                client.and("operation", tag(operation), "problem", problem.code()));
    }

    @Override
    public void sessionEnded(SessionEnd why) {
        count(
                "psc.sessions.ended",
                "Sessions that have ended here otherwise than by time",
                client.and("reason", tag(why)));
    }

    private void count(String name, String description, Iterable<Tag> tags) {
        inEach(registry -> Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment());
    }

    private void inEach(Consumer<MeterRegistry> work) {
        registries.forEach(work);
    }

    private static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String tag(Means means) {
        return means.isKnown() ? means.name().toLowerCase(Locale.ROOT) : "other";
    }

    private static String classOf(String outcome) {
        // No code and no word begins with a digit.
        return Character.isDigit(outcome.charAt(0)) ? outcome.charAt(0) + "xx" : outcome;
    }

    private static Duration[] seconds(long... steps) {
        return LongStream.of(steps).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }

    private static Duration[] milliseconds(long... steps) {
        return LongStream.of(steps).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
