package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The authenticators that are usable, by id. Immutable: looking one up takes no lock. */
public final class Registry {
    private final Map<String, Optional<Station>> stations;
    private final List<Station> sorted;
    private final List<AuthenticatorDescriptor> descriptors;

    /**
     * Takes them in.
     *
     * @throws IllegalStateException if two have the same id
     */
    public Registry(Collection<Station> all) {
        var byId = new TreeMap<String, Station>();
        for (var station : all) {
            if (byId.put(station.descriptor().id(), station) != null) {
                throw new IllegalStateException(
                        "two authenticators have the id " + station.descriptor().id());
            }
        }
        var lookup = new HashMap<String, Optional<Station>>();
        var shown = new ArrayList<AuthenticatorDescriptor>();
        for (var station : byId.values()) {
            lookup.put(station.descriptor().id(), Optional.of(station));
            shown.add(station.descriptor());
        }
        stations = Map.copyOf(lookup);
        sorted = List.copyOf(byId.values());
        descriptors = List.copyOf(shown);
    }

    /** The one of that id. Allocates nothing. */
    Optional<Station> find(String id) {
        return stations.getOrDefault(id, Optional.empty());
    }

    /** All, sorted by id. */
    public List<Station> stations() {
        return sorted;
    }

    /** What a host shows, sorted by id. */
    public List<AuthenticatorDescriptor> descriptors() {
        return descriptors;
    }
}
