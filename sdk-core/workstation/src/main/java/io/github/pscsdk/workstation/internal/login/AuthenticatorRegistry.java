package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The authenticators that are usable, by id. Safe for any thread: looking one up takes no lock, while others may take the place of some. */
public final class AuthenticatorRegistry {
    private final List<GuardedAuthenticator> fixed;
    private volatile Entries entries;

    private record Entries(List<RegisteredAuthenticator> sorted, Map<String, Optional<RegisteredAuthenticator>> byId) {}

    /**
     * @param fixed those that are always there
     * @throws IllegalStateException if two have the same id
     */
    public AuthenticatorRegistry(Collection<GuardedAuthenticator> fixed) {
        this.fixed = List.copyOf(fixed);
        this.entries = new Entries(List.of(), Map.of());
        replace(List.of());
    }

    /**
     * Takes others beside those that are always there, in place of the others before. Of one id, one attempt at a time goes on, be it with the former one.
     *
     * @throws IllegalStateException if two have the same id
     */
    public synchronized void replace(Collection<GuardedAuthenticator> others) {
        var found = new TreeMap<String, Optional<RegisteredAuthenticator>>();
        var all = new ArrayList<>(fixed);
        all.addAll(others);
        for (var authenticator : all) {
            var id = authenticator.descriptor().id();
            var lock = find(id).map(known -> known.lock).orElseGet(AttemptLock::new);
            if (found.put(id, Optional.of(new RegisteredAuthenticator(authenticator, lock))) != null) {
                throw new IllegalStateException("two authenticators have the id " + id);
            }
        }
        entries = new Entries(found.values().stream().flatMap(Optional::stream).toList(), Map.copyOf(found));
    }

    /** The one of that id. Allocates nothing. */
    Optional<RegisteredAuthenticator> find(String id) {
        return entries.byId.getOrDefault(id, Optional.empty());
    }

    /** All, sorted by id. */
    public List<GuardedAuthenticator> authenticators() {
        return entries.sorted.stream()
                .map(RegisteredAuthenticator::authenticator)
                .toList();
    }

    /** What a host shows, sorted by id. */
    public List<AuthenticatorDescriptor> descriptors() {
        return authenticators().stream().map(GuardedAuthenticator::descriptor).toList();
    }

    /** The one of that id, as long as it is in use: the caller uses it, and says when it no longer does. */
    Optional<RegisteredAuthenticator> use(String id) {
        while (true) {
            var found = find(id);
            if (found.isEmpty() || found.get().authenticator().useCount().enter()) {
                return found;
            }
            // Another one takes its place just now, or already has.
            if (find(id).equals(found)) {
                return Optional.empty();
            }
        }
    }

    /** One authenticator, which works for one attempt at a time: a second one fails instead of queueing behind a PIN dialog. */
    public static final class RegisteredAuthenticator {
        /** For how long an attempt waits for the one before, which may have been cancelled a moment ago: longer than that one takes to be given up. */
        private static final Duration ENDING = GuardedAuthenticator.INTERRUPT_LIMIT.plusSeconds(2);

        private final GuardedAuthenticator authenticator;
        private final AttemptLock lock;

        private RegisteredAuthenticator(GuardedAuthenticator authenticator, AttemptLock lock) {
            this.authenticator = authenticator;
            this.lock = lock;
        }

        GuardedAuthenticator authenticator() {
            return authenticator;
        }

        /** Reserves it for an attempt; false where another attempt has it. */
        boolean acquire(EngineThreads threads) throws InterruptedException {
            return lock.tryLock(threads, ENDING);
        }

        void release() {
            lock.unlock();
        }
    }
}
