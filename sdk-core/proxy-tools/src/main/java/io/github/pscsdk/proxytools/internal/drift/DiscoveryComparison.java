package io.github.pscsdk.proxytools.internal.drift;

import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.ABSENT;

import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.diagnosis.UsedMetadata;
import io.github.pscsdk.proxy.internal.json.FlatDocument;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a discovery document with the recorded one, moved to the environment's addresses. Severe is what this SDK
 * uses of it.
 */
final class DiscoveryComparison {
    private final FlatDocument profile;
    private final UsedMetadata used;

    DiscoveryComparison(PscEnvironment environment) {
        this.profile = profile(environment);
        this.used = new UsedMetadata(environment);
    }

    private static FlatDocument profile(PscEnvironment environment) {
        try (var in = DiscoveryComparison.class.getResourceAsStream("discovery-profile.json")) {
            return FlatDocument.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{issuer}", environment.issuer().toString())
                    .replace(
                            "{authorization_endpoint}",
                            environment.authorizationEndpoint().toString())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("discovery-profile.json is not what it should be", e);
        }
    }

    /** All differences, in the order of the recorded document; then what is new. */
    List<DriftFinding> compare(byte[] document) throws IOException {
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
        return Optional.of(new DriftFinding(
                DriftArea.DISCOVERY,
                name,
                used.fault(name, found)
                        .map(fault ->
                                fault == Severity.BLOCKING ? DriftSeverity.BREAKS_LOGINS : DriftSeverity.MAY_BREAK)
                        .orElse(DriftSeverity.INFORMATIVE),
                used.missing(name, found).orElseGet(() -> written(expected)),
                written(found)));
    }

    private static String written(List<String> values) {
        return values.isEmpty() ? ABSENT : String.join(", ", values);
    }
}
