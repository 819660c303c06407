package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The authenticators that are usable, by id. Immutable: looking one up takes no lock. */
public final class AuthenticatorRegistry {
    private final Map<String, RegisteredAuthenticator> byId = new TreeMap<>();

    /**
     * Takes them in.
     *
     * @throws IllegalStateException if two have the same id
     */
    public AuthenticatorRegistry(Collection<RegisteredAuthenticator> all) {
        for (var authenticator : all) {
            var id = authenticator.descriptor().id();
            if (byId.put(id, authenticator) != null) {
                throw new IllegalStateException("two authenticators have the id " + id);
            }
        }
    }

    /** The one of that id. */
    Optional<RegisteredAuthenticator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, sorted by id. */
    public List<RegisteredAuthenticator> authenticators() {
        return List.copyOf(byId.values());
    }

    /** What a host shows, sorted by id. */
    public List<AuthenticatorDescriptor> descriptors() {
        return byId.values().stream().map(RegisteredAuthenticator::descriptor).toList();
    }
}
