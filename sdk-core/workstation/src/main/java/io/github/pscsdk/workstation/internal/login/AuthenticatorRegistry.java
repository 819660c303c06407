package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The authenticators that are usable, by id. Immutable: looking one up takes no lock. */
public final class AuthenticatorRegistry {
    private final List<RegisteredAuthenticator> sorted;
    private final Map<String, Optional<RegisteredAuthenticator>> byId;

    /**
     * @throws IllegalStateException if two have the same id
     */
    public AuthenticatorRegistry(Collection<RegisteredAuthenticator> all) {
        var found = new TreeMap<String, Optional<RegisteredAuthenticator>>();
        for (var authenticator : all) {
            var id = authenticator.descriptor().id();
            if (found.put(id, Optional.of(authenticator)) != null) {
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
}
