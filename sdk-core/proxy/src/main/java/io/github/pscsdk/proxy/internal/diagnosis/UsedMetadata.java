package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The members of a discovery document that this SDK uses: what they have to say, and how bad it is if they do not.
 * BLOCKING ends logins, all of them or by one of the ways in; a WARNING is about some clients, or about something
 * beside the login such as the sign-out.
 */
public record UsedMetadata(PscEnvironment environment) {
    private static final String LOGIN_PAGE = "authorization_endpoint";
    private static final String END_SESSION = "end_session_endpoint";
    /** The addresses without which something fails. */
    static final Set<String> ADDRESSES = Set.of(
            "issuer",
            LOGIN_PAGE,
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "backchannel_authentication_endpoint",
            END_SESSION);
    // Without an alias the plain address serves: RFC 8705, section 5. On another host, clients with a certificate fail.
    private static final Pattern ALIAS =
            Pattern.compile("mtls_endpoint_aliases\\.(token|userinfo|end_session|backchannel_authentication)_endpoint");

    /**
     * A value that a list must hold where the list is there: Discovery 1.0, section 3, has defaults where it is not.
     */
    private record Need(String member, String value, Severity without) {}

    private static final List<Need> NEEDS = List.of(
            new Need("response_types_supported", "code", Severity.BLOCKING),
            new Need("grant_types_supported", "authorization_code", Severity.BLOCKING),
            new Need("id_token_signing_alg_values_supported", "RS256", Severity.BLOCKING),
            new Need("scopes_supported", "openid", Severity.BLOCKING),
            new Need("scopes_supported", "scope_all", Severity.WARNING),
            new Need("require_pushed_authorization_requests", "false", Severity.BLOCKING),
            new Need("grant_types_supported", "urn:openid:params:grant-type:ciba", Severity.WARNING),
            new Need("grant_types_supported", "refresh_token", Severity.WARNING),
            new Need("backchannel_token_delivery_modes_supported", "poll", Severity.WARNING),
            new Need("code_challenge_methods_supported", "S256", Severity.WARNING),
            new Need("token_endpoint_auth_methods_supported", "client_secret_basic", Severity.WARNING),
            new Need("token_endpoint_auth_methods_supported", "client_secret_post", Severity.WARNING),
            new Need("token_endpoint_auth_methods_supported", "tls_client_auth", Severity.WARNING));

    static boolean isAddress(String member) {
        return ADDRESSES.contains(member) || ALIAS.matcher(member).matches();
    }

    /** How bad it is that a member has these values; empty where they will do, or where nothing here uses it. */
    public Optional<Severity> fault(String member, List<String> values) {
        return unmet(member, values).map(Need::without).or(() -> faultOfAddress(member, values));
    }

    /** The value that a list of the document lacks. */
    public Optional<String> missing(String member, List<String> values) {
        return unmet(member, values).map(Need::value);
    }

    private static Optional<Need> unmet(String member, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : NEEDS.stream()
                        .filter(need -> need.member.equals(member) && !values.contains(need.value))
                        .findFirst();
    }

    /** Each address is on one of two hosts. */
    private Optional<Severity> faultOfAddress(String member, List<String> values) {
        if (member.equals("issuer")) {
            var isOurs = values.equals(List.of(environment.issuer().toString()));
            return isOurs ? Optional.empty() : Optional.of(Severity.BLOCKING);
        }
        var isAlias = ALIAS.matcher(member).matches();
        if (!isAlias && !ADDRESSES.contains(member) || isAlias && values.isEmpty()) {
            return Optional.empty();
        }
        var pin = member.equals(LOGIN_PAGE) ? environment.authorizationEndpoint() : environment.issuer();
        if (isOn(pin, values)) {
            return Optional.empty();
        }
        var isBeside = isAlias || values.isEmpty() && member.equals(END_SESSION);
        return Optional.of(isBeside ? Severity.WARNING : Severity.BLOCKING);
    }

    private static boolean isOn(URI pin, List<String> values) {
        try {
            return values.size() == 1 && SecureUri.isOn(pin, new URI(values.get(0)));
        } catch (URISyntaxException e) {
            // No address at all: certainly not one on that host.
            return false;
        }
    }
}
