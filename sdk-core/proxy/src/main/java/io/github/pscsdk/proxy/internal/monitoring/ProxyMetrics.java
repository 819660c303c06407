package io.github.pscsdk.proxy.internal.monitoring;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.Use;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts what the relying parties tell, and what the proxy knows by itself; prints it all for Prometheus. Safe for any thread. */
public final class ProxyMetrics {
    /** Of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Counts for the relying party of that client id. */
    public RelyingPartyListener ofClient(String clientId) {
        var metrics = RelyingPartyMetrics.of(clientId);
        metrics.bindTo(registry);
        return metrics;
    }

    /** A call that the proxy answered itself, by a failure. */
    public void refused(int status, Problem problem) {
        Counter.builder("psc.proxy.refusals")
                .description("Calls that the proxy answered itself, by a failure")
                .tags("status", Integer.toString(status), "problem", problem.code())
                .register(registry)
                .increment();
    }

    /** A login under {@code /v1} has ended with that problem, be it after Pro Santé Connect's part. */
    public void loginFailed(Problem problem) {
        Counter.builder("psc.proxy.logins.failed")
                .description("Logins under /v1 that have ended with a problem")
                .tags("problem", problem.code())
                .register(registry)
                .increment();
    }

    /** How many logins are pending. */
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

    /** How many connections callers have. */
    public void connections(Supplier<Number> open) {
        gauge("psc.proxy.connections", "Connections of callers", open, Tags.empty());
    }

    private void gauge(String name, String description, Supplier<Number> value, Tags tags) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    /** All of it, in the text format of Prometheus. */
    public String text() {
        return registry.scrape();
    }
}
