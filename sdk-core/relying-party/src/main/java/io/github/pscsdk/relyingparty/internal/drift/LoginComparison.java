package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.ABSENT;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.MAY_BREAK;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares a recorded login with what PSC was seen to issue. Findings hold names of claims, and no value that is about
 * a person.
 */
public record LoginComparison(PscEnvironment environment, KnownBreaks known) {
    private static final String PRESENT = "present";
    private static final String REPEATED = "repeated";
    private static final String LIFETIME = "120";

    public List<DriftFinding> compare(byte[] recorded) throws UnreadableJsonException {
        var login = LoginDocuments.read(recorded);
        List<DriftFinding> findings = new ArrayList<>();
        login.algorithm()
                .filter(name -> !PscProfile.ID_TOKEN_ALGORITHMS.contains(name))
                .ifPresent(name -> findings.add(finding(
                        "id_token.alg", BREAKS_LOGINS, String.join(", ", PscProfile.ID_TOKEN_ALGORITHMS), name)));
        login.byKind().forEach((kind, document) -> {
            values(kind, document, findings);
            claims(kind, document, findings);
        });
        return List.copyOf(findings);
    }

    private void values(String kind, FlatDocument document, List<DriftFinding> findings) {
        switch (kind) {
            case LoginDocuments.TOKEN_ANSWER ->
                oneOf("expires_in", INFORMATIVE, Set.of(LIFETIME), document.values("expires_in"), findings);
            case LoginDocuments.ID_TOKEN -> {
                oneOf(
                        "id_token.iss",
                        BREAKS_LOGINS,
                        Set.of(environment.issuer().toString()),
                        document.values("iss"),
                        findings);
                level(document, findings);
                means("id_token.authMode", document, findings);
                lifetime("id_token.lifetime", document, findings);
            }
            case LoginDocuments.ACCESS_TOKEN -> lifetime("access_token.lifetime", document, findings);
            default -> means("userinfo.authMode", document, findings);
        }
        document.repeated().forEach(name -> findings.add(finding(kind + "." + name, MAY_BREAK, "once", REPEATED)));
    }

    private void level(FlatDocument document, List<DriftFinding> findings) {
        var level = document.values("acr");
        oneOf("id_token.acr", BREAKS_LOGINS, PscProfile.ACCEPTED_ACR, level, findings);
        if (PscProfile.ACCEPTED_ACR.containsAll(level)) {
            oneOf("id_token.acr", INFORMATIVE, Set.of(PscProfile.ACR_VALUES), level, findings);
        }
    }

    private void means(String member, FlatDocument document, List<DriftFinding> findings) {
        document.values("authMode").stream()
                .filter(means -> Means.named(means).filter(Means::isKnown).isEmpty())
                .forEach(means -> findings.add(finding(member, MAY_BREAK, "CARD, MOBILE", means)));
    }

    private void lifetime(String member, FlatDocument document, List<DriftFinding> findings) {
        try {
            var life = Long.parseLong(only(document.values("exp"))) - Long.parseLong(only(document.values("iat")));
            oneOf(member, INFORMATIVE, Set.of(LIFETIME), List.of(Long.toString(life)), findings);
        } catch (NumberFormatException e) {
            // Missing is told among the claims; anything but a whole number breaks the check of the token.
            if (document.has("exp") && document.has("iat")) {
                findings.add(finding(member, BREAKS_LOGINS, LIFETIME, "?"));
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
                    .forEach(name -> findings.add(finding(kind + "." + name, INFORMATIVE, ABSENT, PRESENT)));
        });
    }

    private void oneOf(
            String member,
            DriftSeverity severity,
            Set<String> accepted,
            List<String> found,
            List<DriftFinding> findings) {
        found.stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value ->
                        findings.add(finding(member, severity, String.join(", ", new TreeSet<>(accepted)), value)));
    }

    private DriftFinding finding(String member, DriftSeverity severity, String expected, String found) {
        return known.finding(DriftArea.LOGIN, member, severity, expected, found);
    }

    /** The claims that one kind of document must have, with the severity of their absence, or may have. */
    private record ExpectedClaims(Map<String, DriftSeverity> needed, Set<String> mayBe) {
        private static final ExpectedClaims ID_TOKEN = new ExpectedClaims(
                needed(
                        Set.of("iss", "sub", "aud", "exp", "iat"),
                        Set.of("SubjectNameID", "acr", "auth_time", "authMode"),
                        Set.of("sid", "at_hash")),
                // Without session_state since 2026.
                Set.of(
                        "typ",
                        "azp",
                        "jti",
                        "nonce",
                        "session_state",
                        "preferred_username",
                        "given_name",
                        "family_name"));

        // A person without professional data has neither SubjectRefPro nor otherIds: their absence tells nothing.
        private static final ExpectedClaims USER_INFO = new ExpectedClaims(
                needed(
                        Set.of("sub", "SubjectNameID"),
                        Set.of("family_name", "given_name"),
                        Set.of("preferred_username")),
                Set.of(
                        "otherIds",
                        "SubjectRole",
                        "Secteur_Activite",
                        "SubjectOrganization",
                        "SubjectOrganizationID",
                        "authMode",
                        "Palier_Authentification",
                        "Acces_Regulation_Medicale",
                        "Mode_Acces_Raison",
                        "UITVersion",
                        "PSI_Locale",
                        "email_verified",
                        "SubjectRefPro"));

        private static Map<String, DriftSeverity> needed(Set<String> all, Set<String> some, Set<String> none) {
            Map<String, DriftSeverity> needed = new TreeMap<>();
            all.forEach(name -> needed.put(name, BREAKS_LOGINS));
            some.forEach(name -> needed.put(name, MAY_BREAK));
            none.forEach(name -> needed.put(name, INFORMATIVE));
            return needed;
        }

        /** Those of an ID token and of UserInfo; others, an access token above all, have layouts of their own. */
        static Optional<ExpectedClaims> of(String kind) {
            return switch (kind) {
                case LoginDocuments.ID_TOKEN -> Optional.of(ID_TOKEN);
                case LoginDocuments.USER_INFO -> Optional.of(USER_INFO);
                default -> Optional.empty();
            };
        }

        Map<String, DriftSeverity> missing(FlatDocument document) {
            Map<String, DriftSeverity> missing = new TreeMap<>(needed);
            missing.keySet().removeIf(document::has);
            if (document.has("PSISubjectNameID")) {
                // Another register names the person, so that the login goes on.
                missing.computeIfPresent("SubjectNameID", (name, severity) -> MAY_BREAK);
            }
            return missing;
        }

        List<String> unknown(FlatDocument document) {
            Predicate<String> seen = name -> needed.containsKey(name) || mayBe.contains(name);
            return document.members().keySet().stream()
                    .map(name -> name.split("\\.", 2)[0])
                    .distinct()
                    .filter(seen.negate())
                    .toList();
        }
    }
}
