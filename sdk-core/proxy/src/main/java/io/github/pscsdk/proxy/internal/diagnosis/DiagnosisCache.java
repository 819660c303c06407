package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The diagnosis of each client. Good for a minute, so that callers cannot make the proxy press Pro Santé Connect. Safe
 * for any thread.
 */
public final class DiagnosisCache {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Supplier<ProxyConfiguration> current;
    private final URI redirectUri;
    private final Scheduler timers;
    // The last one of each client id.
    private final ConcurrentMap<String, BegunDiagnosis> begun = new ConcurrentHashMap<>();

    private record BegunDiagnosis(CompletableFuture<List<Diagnostic>> findings, Instant at) {}

    /** @param redirectUri where browser logins come back to */
    public DiagnosisCache(Supplier<ProxyConfiguration> current, URI redirectUri, Scheduler timers) {
        this.current = current;
        this.redirectUri = redirectUri;
        this.timers = timers;
    }

    /**
     * The findings on a client of the configuration; complete within 3 seconds, with what was found by then. Never
     * fails. Codes are those of {@code ServerProblem} and {@code LoginProblem}; nothing BLOCKING means ready. Facts
     * hold no secret and no address of a person.
     */
    public CompletableFuture<List<Diagnostic>> of(String clientId) {
        return begun.compute(clientId, (id, former) -> isGood(former) ? former : begin(id))
                .findings
                .copy();
    }

    private boolean isGood(BegunDiagnosis former) {
        return former != null && current.get().clock().instant().isBefore(former.at.plus(GOOD_FOR));
    }

    private BegunDiagnosis begin(String clientId) {
        var configuration = current.get();
        var client = configuration.clients().stream()
                .filter(known -> known.id().equals(clientId))
                .findFirst()
                .orElseThrow();
        var examined = new ExaminedClient(configuration, client, redirectUri);
        return new BegunDiagnosis(new ClientDiagnosis(examined, timers).run(), examined.now());
    }
}
