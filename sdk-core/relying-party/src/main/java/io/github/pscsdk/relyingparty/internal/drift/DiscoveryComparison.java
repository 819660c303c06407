package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.drift.DriftFinding.ABSENT;

import io.github.pscsdk.relyingparty.drift.DriftArea;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a discovery document with the recorded one, moved to the environment's addresses. */
public final class DiscoveryComparison {
    private final PscEnvironment environment;
    private final KnownBreaks known;
    private final FlatDocument profile;

    public DiscoveryComparison(PscEnvironment environment, KnownBreaks known) {
        this.environment = environment;
        this.known = known;
        this.profile = profile(environment);
    }

    private static FlatDocument profile(PscEnvironment environment) {
        var text = new String(Resource.bytes("discovery-profile.json"), StandardCharsets.UTF_8)
                .replace("{issuer}", environment.issuer().toString())
                .replace(
                        "{authorization_endpoint}",
                        environment.authorizationEndpoint().toString());
        try {
            return FlatDocument.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("discovery-profile.json is not what it should be", e);
        }
    }

    /** All differences, in the order of the recorded document; then what is new. */
    public List<DriftFinding> compare(byte[] document) throws UnreadableJsonException {
        var live = FlatDocument.read(document);
        Set<String> names = new LinkedHashSet<>(profile.members().keySet());
        names.addAll(live.members().keySet());
        List<DriftFinding> findings = new ArrayList<>();
        for (var name : names) {
            difference(name, live).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    private Optional<DriftFinding> difference(String name, FlatDocument live) {
        var expected = profile.values(name);
        var found = live.values(name);
        // RFC 8414, section 2: the lists are sets, and Keycloak writes them in another order each time.
        if (Set.copyOf(found).equals(Set.copyOf(expected))) {
            return Optional.empty();
        }
        var need = DiscoveryNeeds.unmet(name, found);
        return Optional.of(known.finding(
                DriftArea.DISCOVERY,
                name,
                need.map(DiscoveryNeeds.Need::severity).orElseGet(() -> ofAddress(name, found)),
                need.map(DiscoveryNeeds.Need::value).orElseGet(() -> written(expected)),
                written(found)));
    }

    /** Which of the two hosts an address must be on, and how bad it is if not. */
    private DriftSeverity ofAddress(String name, List<String> found) {
        if (name.equals("issuer")) {
            return DriftSeverity.BREAKS_LOGINS;
        }
        var address = DiscoveryNeeds.address(name);
        if (address.isEmpty()) {
            return DriftSeverity.INFORMATIVE;
        }
        if (found.isEmpty()) {
            return address.get().missing();
        }
        var pin = name.equals(DiscoveryNeeds.LOGIN_PAGE) ? environment.authorizationEndpoint() : environment.issuer();
        return isOn(pin, found) ? DriftSeverity.INFORMATIVE : address.get().elsewhere();
    }

    private static boolean isOn(URI pin, List<String> found) {
        try {
            var address = new URI(found.get(0));
            return found.size() == 1 && address.getRawUserInfo() == null && SecureUri.sameOrigin(pin, address);
        } catch (URISyntaxException e) {
            // No address at all: certainly not one on that host.
            return false;
        }
    }

    private static String written(List<String> values) {
        return values.isEmpty() ? ABSENT : String.join(", ", values);
    }
}
