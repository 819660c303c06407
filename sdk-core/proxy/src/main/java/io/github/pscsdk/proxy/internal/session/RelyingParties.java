package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.monitoring.ProxyMetrics;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.StoreSource.OpenStores;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One relying party for each registered client id, with sessions of its own. */
public final class RelyingParties implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final Map<String, RelyingParty> parties;
    private final Optional<ExecutorService> threads;
    private final Clock clock;
    private final AtomicReference<Instant> nextTry = new AtomicReference<>(Instant.MIN);

    private RelyingParties(Map<String, RelyingParty> parties, Optional<ExecutorService> threads, Clock clock) {
        this.parties = parties;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Makes a relying party for each client; talks to nobody yet.
     *
     * @param stores what they share; empty where each keeps its sessions in memory
     * @throws IllegalArgumentException if a client cannot be used at the authorization server of a backend
     */
    public static RelyingParties of(
            ProxyConfiguration configuration,
            URI callback,
            Optional<ProxyMetrics> metrics,
            Optional<OpenStores> stores) {
        return of(configuration, callback, metrics, stores, virtualThreads());
    }

    /** @param threads for their requests; ended with them, and empty where each has its own */
    public static RelyingParties of(
            ProxyConfiguration configuration,
            URI callback,
            Optional<ProxyMetrics> metrics,
            Optional<OpenStores> stores,
            Optional<ExecutorService> threads) {
        Map<String, RelyingParty> parties = new LinkedHashMap<>();
        for (var client : configuration.clients()) {
            var builder = RelyingParty.builder(configuration.environment())
                    .client(client.id(), client.authentication())
                    .redirectUri(callback)
                    .acrPolicy(configuration.acrPolicy())
                    .browserLoginOptions(configuration.browserLoginOptions())
                    .forwardProxy(configuration.forwardProxy())
                    .clock(configuration.clock());
            configuration.audiences().forEach(builder::api);
            configuration.trustedCertificates().ifPresent(builder::trustedCertificates);
            stores.ifPresent(open -> builder.sessionStore(open.sessions()));
            threads.ifPresent(builder::executor);
            metrics.ifPresent(counting -> builder.listener(counting.ofClient(client.id())));
            parties.put(client.id(), builder.build());
        }
        return new RelyingParties(Map.copyOf(parties), threads, configuration.clock());
    }

    /**
     * Virtual threads, where this Java platform has them (JDK 21); without, each relying party has threads of its own.
     */
    private static Optional<ExecutorService> virtualThreads() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    public List<RelyingParty> all() {
        return parties.values().stream()
                .sorted(Comparator.comparing(RelyingParty::clientId))
                .toList();
    }

    /** Whether all can take logins; each that cannot tries again in the background, once in ten seconds. */
    public boolean areReady() {
        var unready = all().stream().filter(client -> !client.isReady()).toList();
        var now = clock.instant();
        var due = nextTry.get();
        if (!now.isBefore(due) && nextTry.compareAndSet(due, now.plus(BETWEEN_TRIES))) {
            unready.forEach(RelyingParty::warmUp);
        }
        return unready.isEmpty();
    }

    public Optional<RelyingParty> find(String clientId) {
        return Optional.ofNullable(parties.get(clientId));
    }

    /**
     * The session of an unchecked cookie, whichever client it belongs to. Counts as activity.
     *
     * @return empty where there is none; fails where that cannot be found out
     */
    public CompletableFuture<Optional<ActiveSession>> session(Optional<String> cookie) {
        return cookie.flatMap(SessionId::read)
                .map(id -> require(id).thenApply(Optional::of).exceptionallyCompose(RelyingParties::noneIfEnded))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Today there is no other problem with which a session is not found; one that came would say nothing of an end. */
    private static CompletableFuture<Optional<ActiveSession>> noneIfEnded(Throwable failure) {
        return Futures.causeOf(failure) instanceof PscException known
                        && known.problem() instanceof LoginProblem problem
                        && problem.endsSession()
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.failedFuture(failure);
    }

    /** The session, whichever client it belongs to; fails with why there is none. Counts as activity. */
    public CompletableFuture<ActiveSession> require(SessionId id) {
        return atItsClient(
                id, party -> party.requireSession(id).thenApply(session -> new ActiveSession(party, session)));
    }

    /** The same, but no activity. */
    public CompletableFuture<ActiveSession> peek(SessionId id) {
        return atItsClient(id, party -> party.peek(id).thenApply(session -> new ActiveSession(party, session)));
    }

    private <T> CompletableFuture<T> atItsClient(SessionId id, Function<RelyingParty, CompletionStage<T>> call) {
        CompletableFuture<T> answer = noSession();
        for (var party : whoseMayBe(id)) {
            answer = answer.exceptionallyCompose(
                    failure -> isOfNoSession(failure) ? call.apply(party) : CompletableFuture.failedFuture(failure));
        }
        return answer;
    }

    private static <T> CompletableFuture<T> noSession() {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.SESSION_ENDED, "no session of this proxy"));
    }

    /**
     * One client, unless the marks of two are the same: so a call reads the store once, however many clients there are.
     */
    private List<RelyingParty> whoseMayBe(SessionId id) {
        return parties.values().stream()
                .filter(party -> id.mayBeOf(party.clientId()))
                .toList();
    }

    /**
     * Ends the session of an unchecked cookie, or tells Pro Santé Connect of an end that could not be told before.
     *
     * @return fails as {@link RelyingParty#signOut} does; where there is nothing to end, with why there is no such
     *     session
     */
    public CompletableFuture<Void> signOut(Optional<String> cookie) {
        var id = cookie.flatMap(SessionId::read);
        return id.isEmpty()
                ? noSession()
                : atItsClient(id.get(), party -> party.signOut(id.get()))
                        .exceptionallyCompose(failure -> isOfNoSession(failure)
                                ? peek(id.get()).thenCompose(living -> CompletableFuture.failedFuture(failure))
                                : CompletableFuture.failedFuture(failure));
    }

    private static boolean isOfNoSession(Throwable failure) {
        return Futures.causeOf(failure) instanceof PscException known && known.problem() == LoginProblem.SESSION_ENDED;
    }

    @Override
    public void close() {
        // Side by side: each waits a while for what Pro Santé Connect has not answered.
        var closing = parties.values().stream()
                .map(party -> CompletableFuture.runAsync(party::close, task -> new Thread(task, "proxy-close").start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closing).join();
        threads.ifPresent(ExecutorService::shutdownNow);
    }

    public record ActiveSession(RelyingParty client, PscSession session) {
        private static final Logger log = LoggerFactory.getLogger(ActiveSession.class);

        /** One proxy session is one user and one client id: another person at the same workstation gets no replay. */
        public boolean isOf(String clientId, NationalId person) {
            return session.clientId().equals(clientId) && session.professional().isKnownAs(person);
        }

        /**
         * Ends a session that nobody will use. Never fails: here the session is gone whatever Pro Santé Connect
         * answers.
         */
        public CompletableFuture<Void> end() {
            return client.signOut(session.id())
                    .<Void>handle((done, failure) -> {
                        if (failure != null) {
                            log.info(
                                    "a session that nobody uses could not be ended at Pro Santé Connect: {}",
                                    Futures.describe(failure));
                        }
                        return null;
                    })
                    .toCompletableFuture();
        }
    }
}
