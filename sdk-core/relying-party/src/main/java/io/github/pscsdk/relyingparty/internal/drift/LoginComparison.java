package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.drift.DriftFinding.ABSENT;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.relyingparty.drift.DriftArea;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares a recorded login with what PSC was seen to issue. Findings hold names of claims, and no value that is about a person. */
public final class LoginComparison {
    private static final String PRESENT = "present";
    private static final String REPEATED = "repeated";
    private static final String LIFETIME = "120";

    private final PscEnvironment environment;
    private final KnownBreaks known;

    public LoginComparison(PscEnvironment environment, KnownBreaks known) {
        this.environment = environment;
        this.known = known;
    }

    /** @param recorded what {@link LoginDocuments} reads */
    public List<DriftFinding> compare(byte[] recorded) throws UnreadableJsonException {
        var login = LoginDocuments.read(recorded);
        List<DriftFinding> findings = new ArrayList<>();
        login.algorithm()
                .filter(name -> !PscProfile.ID_TOKEN_ALGORITHMS.contains(name))
                .ifPresent(name -> findings.add(finding(
                        "id_token.alg",
                        DriftSeverity.BREAKS_LOGINS,
                        String.join(", ", PscProfile.ID_TOKEN_ALGORITHMS),
                        name)));
        login.byKind().forEach((kind, document) -> {
            values(kind, document, findings);
            claims(kind, document, findings);
        });
        return List.copyOf(findings);
    }

    private void values(String kind, FlatDocument document, List<DriftFinding> findings) {
        switch (kind) {
            case LoginDocuments.TOKEN_ANSWER -> expect("expires_in", LIFETIME, document.values("expires_in"), findings);
            case LoginDocuments.ID_TOKEN -> {
                oneOf("id_token.iss", Set.of(environment.issuer().toString()), document.values("iss"), findings);
                level(document, findings);
                means("id_token.authMode", document, findings);
                lifetime("id_token.lifetime", document, findings);
            }
            case LoginDocuments.ACCESS_TOKEN -> lifetime("access_token.lifetime", document, findings);
            default -> means("userinfo.authMode", document, findings);
        }
        document.repeated()
                .forEach(name -> findings.add(finding(kind + "." + name, DriftSeverity.MAY_BREAK, "once", REPEATED)));
    }

    private void level(FlatDocument document, List<DriftFinding> findings) {
        var level = document.values("acr");
        oneOf("id_token.acr", PscProfile.ACCEPTED_ACR, level, findings);
        if (PscProfile.ACCEPTED_ACR.containsAll(level)) {
            expect("id_token.acr", PscProfile.ACR_VALUES, level, findings);
        }
    }

    private void means(String member, FlatDocument document, List<DriftFinding> findings) {
        document.values("authMode").stream()
                .filter(means -> Means.named(means).filter(Means::isKnown).isEmpty())
                .forEach(means -> findings.add(finding(member, DriftSeverity.MAY_BREAK, "CARD, MOBILE", means)));
    }

    private void lifetime(String member, FlatDocument document, List<DriftFinding> findings) {
        try {
            var life = Long.parseLong(only(document.values("exp"))) - Long.parseLong(only(document.values("iat")));
            expect(member, LIFETIME, List.of(Long.toString(life)), findings);
        } catch (NumberFormatException e) {
            // Missing is told among the claims; anything but a whole number breaks the check of the token.
            if (document.has("exp") && document.has("iat")) {
                findings.add(finding(member, DriftSeverity.BREAKS_LOGINS, LIFETIME, "?"));
            }
        }
    }

    private static String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : "";
    }

    private void claims(String kind, FlatDocument document, List<DriftFinding> findings) {
        ExpectedClaims.of(kind).ifPresent(expected -> {
            expected.missing(document)
                    .forEach((name, severity) -> findings.add(finding(kind + "." + name, severity, PRESENT, ABSENT)));
            expected.unknown(document)
                    .forEach(name ->
                            findings.add(finding(kind + "." + name, DriftSeverity.INFORMATIVE, ABSENT, PRESENT)));
        });
    }

    /** Another value is refused by the checks of the ID token. */
    private void oneOf(String member, Set<String> accepted, List<String> found, List<DriftFinding> findings) {
        found.stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value -> findings.add(finding(
                        member, DriftSeverity.BREAKS_LOGINS, String.join(", ", new TreeSet<>(accepted)), value)));
    }

    /** Another value does not matter. */
    private void expect(String member, String expected, List<String> found, List<DriftFinding> findings) {
        found.stream()
                .filter(value -> !value.equals(expected))
                .forEach(value -> findings.add(finding(member, DriftSeverity.INFORMATIVE, expected, value)));
    }

    private DriftFinding finding(String member, DriftSeverity severity, String expected, String found) {
        return known.finding(DriftArea.LOGIN, member, severity, expected, found);
    }
}
