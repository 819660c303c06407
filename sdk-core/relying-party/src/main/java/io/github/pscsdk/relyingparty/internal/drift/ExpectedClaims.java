package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.drift.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.relyingparty.drift.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.relyingparty.drift.DriftSeverity.MAY_BREAK;

import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.json.FlatDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The claims that one kind of document must or may have.
 *
 * @param needed the claims that must be there, with the severity of their absence
 * @param mayBe other claims that were seen
 */
record ExpectedClaims(Map<String, DriftSeverity> needed, Set<String> mayBe) {
    private static final ExpectedClaims ID_TOKEN = new ExpectedClaims(
            needed(
                    Set.of("iss", "sub", "aud", "exp", "iat"),
                    Set.of("SubjectNameID", "acr", "auth_time", "authMode"),
                    Set.of("sid", "at_hash")),
            // Without session_state since 2026.
            Set.of("typ", "azp", "jti", "nonce", "session_state", "preferred_username", "given_name", "family_name"));

    // A person without professional data has neither SubjectRefPro nor otherIds: their absence tells nothing.
    private static final ExpectedClaims USER_INFO = new ExpectedClaims(
            needed(Set.of("sub", "SubjectNameID"), Set.of("family_name", "given_name"), Set.of("preferred_username")),
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

    /** Claims that are neither needed nor were ever seen; top level only. */
    List<String> unknown(FlatDocument document) {
        Predicate<String> seen = name -> needed.containsKey(name) || mayBe.contains(name);
        return document.members().keySet().stream()
                .map(name -> name.split("\\.", 2)[0])
                .distinct()
                .filter(seen.negate())
                .toList();
    }
}
