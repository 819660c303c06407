package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.drift.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.relyingparty.drift.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.relyingparty.drift.DriftSeverity.MAY_BREAK;

import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this SDK uses of a discovery document. The rest is Keycloak's general advertisement: a change there is told and means
 * nothing.
 */
final class DiscoveryNeeds {
    static final String LOGIN_PAGE = "authorization_endpoint";

    /** A value that a list must hold where the list is there: Discovery 1.0, section 3, has defaults where it is not. */
    record Need(String member, String value, DriftSeverity severity) {}

    /**
     * The severity if an address is missing, or on another host.
     *
     * @param missing if there is no address
     * @param elsewhere if it is on another host
     */
    record Address(DriftSeverity missing, DriftSeverity elsewhere) {}

    private static final Map<String, Address> ADDRESSES = Map.of(
            LOGIN_PAGE,
            new Address(BREAKS_LOGINS, BREAKS_LOGINS),
            "token_endpoint",
            new Address(BREAKS_LOGINS, BREAKS_LOGINS),
            "userinfo_endpoint",
            new Address(BREAKS_LOGINS, BREAKS_LOGINS),
            "jwks_uri",
            new Address(BREAKS_LOGINS, BREAKS_LOGINS),
            "backchannel_authentication_endpoint",
            new Address(BREAKS_LOGINS, BREAKS_LOGINS),
            "end_session_endpoint",
            new Address(MAY_BREAK, BREAKS_LOGINS),
            // Without an alias the plain address serves: RFC 8705, section 5. On another host, clients with a
            // certificate fail.
            "mtls_endpoint_aliases.token_endpoint",
            new Address(INFORMATIVE, MAY_BREAK),
            "mtls_endpoint_aliases.userinfo_endpoint",
            new Address(INFORMATIVE, MAY_BREAK),
            "mtls_endpoint_aliases.end_session_endpoint",
            new Address(INFORMATIVE, MAY_BREAK),
            "mtls_endpoint_aliases.backchannel_authentication_endpoint",
            new Address(INFORMATIVE, MAY_BREAK));

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

    private DiscoveryNeeds() {}

    static Optional<Address> address(String member) {
        return Optional.ofNullable(ADDRESSES.get(member));
    }

    /** The worst need that these values leave unmet. */
    static Optional<Need> unmet(String member, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : NEEDS.stream()
                        .filter(need -> need.member.equals(member) && !values.contains(need.value))
                        .findFirst();
    }
}
