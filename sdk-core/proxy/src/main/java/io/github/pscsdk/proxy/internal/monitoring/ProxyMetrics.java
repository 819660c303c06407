package io.github.pscsdk.proxy.internal.monitoring;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.Use;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Counts what the relying parties tell, what the proxy knows by itself and what the JVM does; prints it all for
 * Prometheus. Safe for any thread.
 */
public final class ProxyMetrics implements AutoCloseable {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] SEND_STEPS = LongStream.of(50, 100, 250, 500, 1000, 2500, 5000, 15000, 30000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public ProxyMetrics() {
        List.<MeterBinder>of(
                        collections,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(meters -> meters.bindTo(registry));
    }

    public RelyingPartyListener ofClient(String clientId) {
        var metrics = RelyingPartyMetrics.of(clientId);
        metrics.bindTo(registry);
        return metrics;
    }

    public void refused(int status, Problem problem) {
        Counter.builder("psc.proxy.refusals")
                .description("Calls that the proxy answered itself, by a failure")
                .tags("status", Integer.toString(status), "problem", problem.code())
                .register(registry)
                .increment();
    }

    /**
     * A request under {@code /send} has its answer.
     *
     * @param status the backend's; empty where it gave none
     * @param time until the head of the answer
     */
    public void sent(String backend, OptionalInt status, Duration time) {
        Timer.builder("psc.proxy.send")
                .description("Requests under /send, and the time until the head of the answer")
                .tags("backend", backend, "outcome", status.isPresent() ? status.getAsInt() / 100 + "xx" : "failed")
                .serviceLevelObjectives(SEND_STEPS)
                .register(registry)
                .record(time);
    }

    /** A login under {@code /v1} has ended with that problem, be it after Pro Santé Connect's part. */
    public void loginFailed(Problem problem) {
        Counter.builder("psc.proxy.logins.failed")
                .description("Logins under /v1 that have ended with a problem")
                .tags("problem", problem.code())
                .register(registry)
                .increment();
    }

    public void pendingLogins(Supplier<Number> pending) {
        gauge(
                "psc.proxy.logins.pending",
                "Logins that wait for a professional, or are about to",
                pending,
                Tags.empty());
    }

    /** Of the certificates of each use, the days that are left of the first to expire. */
    public void certificates(Certificates certificates) {
        for (var use : Use.values()) {
            if (certificates.daysLeft(use).isPresent()) {
                gauge(
                        "psc.proxy.certificate.days",
                        "Days until the first certificate of that use expires",
                        () -> certificates.daysLeft(use).orElse(Long.MAX_VALUE),
                        Tags.of("use", use.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    public void store(StoreWatch watch) {
        gauge(
                "psc.proxy.store.available",
                "Whether the store of sessions can be used: 1, else 0",
                () -> watch.problem().isEmpty() ? 1 : 0,
                Tags.empty());
    }

    public void awaitedSessions(Supplier<Number> waiting) {
        gauge("psc.proxy.sessions.awaited", "Callers who wait for the end of their session", waiting, Tags.empty());
    }

    public void connections(Supplier<Number> open) {
        gauge("psc.proxy.connections", "Connections of callers", open, Tags.empty());
    }

    private void gauge(String name, String description, Supplier<Number> value, Tags tags) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    @Override
    public void close() {
        collections.close();
    }

    public String text() {
        return registry.scrape();
    }
}
