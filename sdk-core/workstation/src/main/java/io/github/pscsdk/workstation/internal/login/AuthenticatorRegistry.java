package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The authenticators that are usable, by id. Safe for any thread: looking one up takes no lock, while others may take
 * the place of some.
 */
public final class AuthenticatorRegistry {
    private final List<GuardedAuthenticator> fixed;
    private final Optional<Path> pluginFolder;
    private volatile SortedMap<String, RegisteredAuthenticator> byId = new TreeMap<>();

    /** Begins with those that are always there; {@link IllegalStateException} if two have the same id. */
    public AuthenticatorRegistry(Collection<GuardedAuthenticator> fixed, Optional<Path> pluginFolder) {
        this.fixed = List.copyOf(fixed);
        this.pluginFolder = pluginFolder;
        replace(List.of());
    }

    /** Takes others beside the fixed ones, in place of those before. Of one id, one attempt at a time goes on. */
    public synchronized void replace(Collection<GuardedAuthenticator> others) {
        var found = new TreeMap<String, RegisteredAuthenticator>();
        var all = new ArrayList<>(fixed);
        all.addAll(others);
        for (var authenticator : all) {
            var id = authenticator.descriptor().id();
            var lock = find(id).map(RegisteredAuthenticator::lock).orElseGet(AttemptLock::new);
            if (found.put(id, new RegisteredAuthenticator(authenticator, lock)) != null) {
                throw new IllegalStateException("two authenticators have the id " + id);
            }
        }
        byId = found;
    }

    private Optional<RegisteredAuthenticator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<GuardedAuthenticator> authenticators() {
        return byId.values().stream()
                .map(RegisteredAuthenticator::authenticator)
                .toList();
    }

    public List<AuthenticatorDescriptor> descriptors() {
        return authenticators().stream().map(GuardedAuthenticator::descriptor).toList();
    }

    /** The one of that id, which the caller uses and gives back; {@code AUTHENTICATOR_NOT_FOUND} otherwise. */
    RegisteredAuthenticator use(String id) throws PscException {
        while (true) {
            var found = find(id).orElseThrow(() -> notFound(id));
            if (found.authenticator().useCount().enter()) {
                return found;
            }
            // Another one takes its place just now, or already has.
            if (find(id).filter(found::equals).isPresent()) {
                throw notFound(id);
            }
        }
    }

    private PscException notFound(String id) {
        var loaded = descriptors().stream().map(AuthenticatorDescriptor::id).sorted();
        var facts = new HashMap<>(Map.of("authenticator", id, "loaded", loaded.collect(Collectors.joining(", "))));
        pluginFolder.ifPresent(
                folder -> facts.put("folder", folder.toAbsolutePath().toString()));
        return new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "none of that id is loaded", facts);
    }

    /** @param lock of one attempt at a time: a second one fails instead of queueing behind a PIN dialog */
    record RegisteredAuthenticator(GuardedAuthenticator authenticator, AttemptLock lock) {}

    /** A fair lock of one attempt at a time, whose limits follow the clock of the engine. Safe for any thread. */
    static final class AttemptLock {
        /** Longer than the attempt before, which may have been cancelled a moment ago, takes to be given up. */
        static final Duration LIMIT = GuardedAuthenticator.INTERRUPT_LIMIT.plusSeconds(2);

        private final AtomicReference<CompletableFuture<Void>> last =
                new AtomicReference<>(CompletableFuture.completedFuture(null));

        /** Waits for the attempts before; empty where they do not end within the {@link #LIMIT}. The result unlocks. */
        Optional<Runnable> tryLock(EngineThreads threads) throws InterruptedException {
            var own = new CompletableFuture<Void>();
            var before = Objects.requireNonNull(last.getAndSet(own), "last");
            var inTime = before.isDone();
            try {
                inTime = inTime || threads.await(before, LIMIT);
                return inTime ? Optional.of(() -> own.complete(null)) : Optional.empty();
            } finally {
                if (!inTime) {
                    before.thenRun(() -> own.complete(null));
                }
            }
        }
    }
}
