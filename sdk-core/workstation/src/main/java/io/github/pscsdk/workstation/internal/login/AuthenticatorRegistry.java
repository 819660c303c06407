package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.spi.Authenticator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The authenticators that are usable, by id. Immutable: looking one up takes no lock. */
public final class AuthenticatorRegistry {
    private final List<RegisteredAuthenticator> sorted;
    private final Map<String, Optional<RegisteredAuthenticator>> byId;

    /**
     * Asks each authenticator for its descriptor, once.
     *
     * @throws IllegalStateException if two have the same id
     */
    public AuthenticatorRegistry(Collection<? extends Authenticator> all) {
        var found = new TreeMap<String, Optional<RegisteredAuthenticator>>();
        for (var authenticator : all) {
            var registered = new RegisteredAuthenticator(authenticator);
            var id = registered.descriptor.id();
            if (found.put(id, Optional.of(registered)) != null) {
                throw new IllegalStateException("two authenticators have the id " + id);
            }
        }
        sorted = found.values().stream().flatMap(Optional::stream).toList();
        byId = Map.copyOf(found);
    }

    /** The one of that id. Allocates nothing. */
    Optional<RegisteredAuthenticator> find(String id) {
        return byId.getOrDefault(id, Optional.empty());
    }

    /** All, sorted by id. */
    public List<RegisteredAuthenticator> authenticators() {
        return sorted;
    }

    /** What a host shows, sorted by id. */
    public List<AuthenticatorDescriptor> descriptors() {
        return sorted.stream().map(RegisteredAuthenticator::descriptor).toList();
    }

    /** One authenticator, which works for one attempt at a time: a second one fails instead of queueing behind a PIN dialog. */
    public static final class RegisteredAuthenticator {
        private final Authenticator authenticator;
        private final AuthenticatorDescriptor descriptor;
        private final AtomicBoolean busy = new AtomicBoolean();

        private RegisteredAuthenticator(Authenticator authenticator) {
            this.authenticator = authenticator;
            this.descriptor = authenticator.descriptor();
        }

        public Authenticator authenticator() {
            return authenticator;
        }

        public AuthenticatorDescriptor descriptor() {
            return descriptor;
        }

        /** Reserves it for an attempt; false where another attempt has it. */
        boolean acquire() {
            return busy.compareAndSet(false, true);
        }

        void release() {
            busy.set(false);
        }
    }
}
