package io.github.pscsdk.proxytools.internal.drift;

import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.ABSENT;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.MAY_BREAK;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.proxy.internal.json.FlatDocument;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares one recorded login with what PSC was seen to issue: a token in compact form, its claims, a UserInfo
 * document, or an answer of the token endpoint with tokens. No signature is checked: nobody logs in by this. Findings
 * hold names of claims, and no value that is about a person.
 */
final class LoginComparison {
    private static final String ID_TOKEN = "id_token";
    private static final String ACCESS_TOKEN = "access_token";
    private static final String USER_INFO = "userinfo";
    private static final String TOKEN_ANSWER = "answer";

    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.[\\w-]*");

    private static final String PRESENT = "present";
    private static final Set<String> LIFETIME = Set.of("120");

    /** Others, an access token above all, have layouts of their own. */
    private static final Map<String, ExpectedClaims> EXPECTED = Map.of(
            ID_TOKEN,
            new ExpectedClaims(
                    "iss sub aud exp iat",
                    "SubjectNameID acr auth_time authMode",
                    "sid at_hash",
                    // Without session_state since 2026.
                    "typ azp jti nonce session_state preferred_username given_name family_name"),
            USER_INFO,
            new ExpectedClaims(
                    "sub SubjectNameID",
                    "family_name given_name",
                    "preferred_username",
                    // A person without professional data has neither SubjectRefPro nor otherIds.
                    "otherIds SubjectRole Secteur_Activite SubjectOrganization SubjectOrganizationID authMode"
                            + " Palier_Authentification Acces_Regulation_Medicale Mode_Acces_Raison UITVersion"
                            + " PSI_Locale email_verified SubjectRefPro"));

    private final String issuer;
    private final Map<String, FlatDocument> byKind = new LinkedHashMap<>();
    /** Of the ID token; none where the token itself was not there. */
    private List<String> algorithm = List.of();

    private final List<DriftFinding> findings = new ArrayList<>();

    LoginComparison(PscEnvironment environment) {
        this.issuer = environment.issuer().toString();
    }

    List<DriftFinding> compare(byte[] recorded) throws IOException {
        var text = new String(recorded, StandardCharsets.UTF_8).strip();
        if (!addToken(text)) {
            addObject(FlatDocument.read(text.getBytes(StandardCharsets.UTF_8)));
        }
        demand("id_token.alg", BREAKS_LOGINS, PscProfile.ID_TOKEN_ALGORITHMS, algorithm);
        byKind.forEach((kind, document) -> {
            values(kind, document);
            document.repeated().forEach(name -> add(kind + "." + name, MAY_BREAK, "once", "repeated"));
            if (EXPECTED.containsKey(kind)) {
                claims(kind, document, EXPECTED.get(kind));
            }
        });
        return List.copyOf(findings);
    }

    private void addObject(FlatDocument object) throws IOException {
        if (object.has(ACCESS_TOKEN) || object.has(ID_TOKEN)) {
            byKind.put(TOKEN_ANSWER, object);
            for (var name : List.of(ID_TOKEN, ACCESS_TOKEN)) {
                for (var token : object.values(name)) {
                    addToken(token);
                }
            }
        } else {
            byKind.put(object.has("iss") ? kind(object) : USER_INFO, object);
        }
    }

    private boolean addToken(String text) throws IOException {
        var token = COMPACT.matcher(text);
        if (!token.matches()) {
            return false;
        }
        var claims = FlatDocument.readBase64Url(token.group(2));
        if (kind(claims).equals(ID_TOKEN)) {
            algorithm = FlatDocument.readBase64Url(token.group(1)).values("alg");
        }
        byKind.put(kind(claims), claims);
        return true;
    }

    /** Keycloak says in {@code typ} what a token is for. */
    private static String kind(FlatDocument claims) {
        return claims.values("typ").contains("Bearer") ? ACCESS_TOKEN : ID_TOKEN;
    }

    private void values(String kind, FlatDocument document) {
        switch (kind) {
            case TOKEN_ANSWER -> demand("expires_in", INFORMATIVE, LIFETIME, document.values("expires_in"));
            case ID_TOKEN -> {
                demand("id_token.iss", BREAKS_LOGINS, Set.of(issuer), document.values("iss"));
                level(document.values("acr"));
                means("id_token.authMode", document);
                lifetime("id_token.lifetime", document);
            }
            case ACCESS_TOKEN -> lifetime("access_token.lifetime", document);
            default -> means("userinfo.authMode", document);
        }
    }

    private void level(List<String> level) {
        demand("id_token.acr", BREAKS_LOGINS, PscProfile.ACCEPTED_ACR, level);
        if (PscProfile.ACCEPTED_ACR.containsAll(level)) {
            demand("id_token.acr", INFORMATIVE, Set.of(PscProfile.ACR_VALUES), level);
        }
    }

    private void means(String member, FlatDocument document) {
        document.values("authMode").stream()
                .filter(means -> Means.named(means).filter(Means::isKnown).isEmpty())
                .forEach(means -> add(member, MAY_BREAK, "CARD, MOBILE", means));
    }

    private void lifetime(String member, FlatDocument document) {
        try {
            var life = Long.parseLong(only(document.values("exp"))) - Long.parseLong(only(document.values("iat")));
            demand(member, INFORMATIVE, LIFETIME, List.of(Long.toString(life)));
        } catch (NumberFormatException e) {
            // Missing is told among the claims; anything but a whole number breaks the check of the token.
            if (document.has("exp") && document.has("iat")) {
                add(member, BREAKS_LOGINS, String.join("", LIFETIME), "?");
            }
        }
    }

    private static String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : "";
    }

    private void claims(String kind, FlatDocument document, ExpectedClaims expected) {
        expected.needed.forEach((name, severity) -> {
            if (!document.has(name)) {
                // Another register may name the person, so that the login goes on.
                var isNamed = name.equals("SubjectNameID") && document.has("PSISubjectNameID");
                add(kind + "." + name, isNamed ? MAY_BREAK : severity, PRESENT, ABSENT);
            }
        });
        document.members().keySet().stream()
                .map(name -> name.split("\\.", 2)[0])
                .distinct()
                .filter(name -> !expected.needed.containsKey(name) && !expected.mayBe.contains(name))
                .forEach(name -> add(kind + "." + name, INFORMATIVE, ABSENT, PRESENT));
    }

    private void demand(String member, DriftSeverity severity, Set<String> accepted, List<String> found) {
        found.stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value -> add(member, severity, String.join(", ", new TreeSet<>(accepted)), value));
    }

    private void add(String member, DriftSeverity severity, String expected, String found) {
        findings.add(new DriftFinding(DriftArea.LOGIN, member, severity, expected, found));
    }

    /** The claims that one kind of document must have, with the severity of their absence, or may have. */
    private record ExpectedClaims(Map<String, DriftSeverity> needed, Set<String> mayBe) {
        ExpectedClaims(String breaking, String perhapsBreaking, String informative, String mayBe) {
            this(new TreeMap<>(), Set.of(mayBe.split(" ")));
            needed(breaking, BREAKS_LOGINS);
            needed(perhapsBreaking, MAY_BREAK);
            needed(informative, INFORMATIVE);
        }

        private void needed(String names, DriftSeverity severity) {
            for (var name : names.split(" ")) {
                needed.put(name, severity);
            }
        }
    }
}
