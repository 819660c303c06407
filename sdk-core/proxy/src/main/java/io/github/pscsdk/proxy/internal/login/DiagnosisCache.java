package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Diagnoses, each good for a minute, so that callers cannot make the proxy press Pro Santé Connect: whoever asks meanwhile gets
 * the one that is there, or the one under way.
 */
public final class DiagnosisCache {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Clock clock;
    private final ConcurrentMap<String, Begun> last = new ConcurrentHashMap<>();

    private record Begun(CompletableFuture<List<Diagnostic>> findings, Instant at) {}

    public DiagnosisCache(Clock clock) {
        this.clock = clock;
    }

    /** The diagnosis of this client; complete within 3 seconds. */
    public CompletableFuture<List<Diagnostic>> of(RelyingParty party) {
        return last.compute(party.clientId(), (id, former) -> isGood(former) ? former : begin(party))
                .findings
                .copy();
    }

    private boolean isGood(Begun former) {
        return former != null && clock.instant().isBefore(former.at.plus(GOOD_FOR));
    }

    private Begun begin(RelyingParty party) {
        return new Begun(party.diagnose().toCompletableFuture(), clock.instant());
    }
}
