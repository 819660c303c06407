package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.ABSENT;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity.MAY_BREAK;

import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares a discovery document with the recorded one, moved to the environment's addresses. Severe is what this SDK
 * uses of it.
 */
public final class DiscoveryComparison {
    private static final String LOGIN_PAGE = "authorization_endpoint";

    /**
     * A value that a list must hold where the list is there: Discovery 1.0, section 3, has defaults where it is not.
     */
    private record Need(String member, String value, DriftSeverity severity) {}

    private static final String END_SESSION = "end_session_endpoint";
    private static final Set<String> ADDRESSES = Set.of(
            LOGIN_PAGE,
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "backchannel_authentication_endpoint",
            END_SESSION);
    // Without an alias the plain address serves: RFC 8705, section 5. On another host, clients with a certificate fail.
    private static final Pattern ALIAS =
            Pattern.compile("mtls_endpoint_aliases\\.(token|userinfo|end_session|backchannel_authentication)_endpoint");

    private static final List<Need> NEEDS = List.of(
            new Need("response_types_supported", "code", BREAKS_LOGINS),
            new Need("grant_types_supported", "authorization_code", BREAKS_LOGINS),
            new Need("id_token_signing_alg_values_supported", "RS256", BREAKS_LOGINS),
            new Need("scopes_supported", "openid", BREAKS_LOGINS),
            new Need("scopes_supported", "scope_all", MAY_BREAK),
            new Need("require_pushed_authorization_requests", "false", BREAKS_LOGINS),
            new Need("grant_types_supported", "urn:openid:params:grant-type:ciba", MAY_BREAK),
            new Need("grant_types_supported", "refresh_token", MAY_BREAK),
            new Need("backchannel_token_delivery_modes_supported", "poll", MAY_BREAK),
            new Need("code_challenge_methods_supported", "S256", MAY_BREAK),
            new Need("token_endpoint_auth_methods_supported", "client_secret_basic", MAY_BREAK),
            new Need("token_endpoint_auth_methods_supported", "client_secret_post", MAY_BREAK),
            new Need("token_endpoint_auth_methods_supported", "tls_client_auth", MAY_BREAK));

    private final PscEnvironment environment;
    private final FlatDocument profile;

    public DiscoveryComparison(PscEnvironment environment) {
        this.environment = environment;
        this.profile = profile(environment);
    }

    private static FlatDocument profile(PscEnvironment environment) {
        try (var in = DiscoveryComparison.class.getResourceAsStream("discovery-profile.json")) {
            return FlatDocument.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{issuer}", environment.issuer().toString())
                    .replace(
                            "{authorization_endpoint}",
                            environment.authorizationEndpoint().toString())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException | UnreadableJsonException e) {
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
        var need = unmet(name, found);
        return Optional.of(new DriftFinding(
                DriftArea.DISCOVERY,
                name,
                need.map(Need::severity).orElseGet(() -> ofAddress(name, found)),
                need.map(Need::value).orElseGet(() -> written(expected)),
                written(found)));
    }

    /** Which of the two hosts an address must be on, and how bad it is if not. */
    private DriftSeverity ofAddress(String name, List<String> found) {
        if (name.equals("issuer")) {
            return BREAKS_LOGINS;
        }
        var isAlias = ALIAS.matcher(name).matches();
        if (!isAlias && !ADDRESSES.contains(name)) {
            return INFORMATIVE;
        }
        if (found.isEmpty()) {
            return isAlias ? INFORMATIVE : name.equals(END_SESSION) ? MAY_BREAK : BREAKS_LOGINS;
        }
        var pin = name.equals(LOGIN_PAGE) ? environment.authorizationEndpoint() : environment.issuer();
        return isOn(pin, found) ? INFORMATIVE : isAlias ? MAY_BREAK : BREAKS_LOGINS;
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

    private static Optional<Need> unmet(String member, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : NEEDS.stream()
                        .filter(need -> need.member.equals(member) && !values.contains(need.value))
                        .findFirst();
    }
}
