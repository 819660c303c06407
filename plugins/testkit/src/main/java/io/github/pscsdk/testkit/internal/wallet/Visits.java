package io.github.pscsdk.testkit.internal.wallet;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers that are at the login page. */
final class Visits {
    private final Map<String, Visit> byId = new ConcurrentHashMap<>();

    /** Lets one in; returns the name of the visit. */
    String add(Visit visit) {
        var id = UUID.randomUUID().toString();
        byId.put(id, visit);
        return id;
    }

    Optional<Visit> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Lets one out, once: whoever comes second finds nothing. */
    boolean end(String id) {
        return byId.remove(id) != null;
    }
}
