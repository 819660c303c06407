package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.Strictness;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import io.github.pscsdk.testkit.simulator.internal.psc.token.UserInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Exchanges a live access token of Pro Santé Connect for tokens of the API (RFC 8693 §2), and refreshes those (RFC 6749 §6). */
final class ApiTokenEndpoint implements Handler {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> SUBJECT_TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");

    /** What was granted to a client that asked for nothing (pro-sante-connect, section 15.3). */
    private static final String USUAL_SCOPE = "openid email profile";

    private final Clients clients;
    private final TokenStore subjects;
    private final Map<String, Set<String>> apis;
    private final ApiTokens tokens;
    private final ApiTokenIssuer tokenIssuer;
    private final Dials dials;

    /** @param apis the scopes of each audience, beside the usual one */
    ApiTokenEndpoint(
            Clients clients,
            TokenStore subjects,
            Map<String, Set<String>> apis,
            ApiTokens tokens,
            ApiTokenIssuer tokenIssuer,
            Dials dials) {
        this.clients = clients;
        this.subjects = subjects;
        this.apis = apis;
        this.tokens = tokens;
        this.tokenIssuer = tokenIssuer;
        this.dials = dials;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var form = request.form();
        var session = switch (form.required("grant_type")) {
            case EXCHANGE -> exchanged(client, form);
            case "refresh_token" -> refreshed(client, form);
            default -> throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        };
        return Reply.json(200, tokenIssuer.issue(session, request.certificate().map(CertificateHash::of)));
    }

    private ApiSession exchanged(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        if (!SUBJECT_TYPES.contains(form.required("subject_token_type"))) {
            throw OAuthErrorException.invalidRequest("Unsupported subject_token_type");
        }
        if (!form.optional("requested_token_type").orElse(ACCESS_TOKEN).equals(ACCESS_TOKEN)) {
            throw OAuthErrorException.invalidRequest("Unsupported requested_token_type");
        }
        var audience = form.optional("audience").orElse(apis.keySet().iterator().next());
        var scope = form.optional("scope").orElse(USUAL_SCOPE);
        if (!dials.value(Dial.STRICTNESS).equals(Optional.of(Strictness.AS_KNOWN))) {
            checkKnown(form, audience, scope);
        }
        var session = subject(form);
        return new ApiSession(UUID.randomUUID().toString(), client, session, scope, audience, UserInfo.of(session));
    }

    /** Stricter than what was recorded: an authorization server that knows its APIs, and no software that acts for others. */
    private void checkKnown(FormParameters form, String audience, String scope) throws OAuthErrorException {
        if (!apis.containsKey(audience)) {
            throw refused("invalid_target", "Unknown audience");
        }
        for (var asked : scope.split(" ")) {
            if (!apis.get(audience).contains(asked)
                    && !Set.of(USUAL_SCOPE.split(" ")).contains(asked)) {
                throw refused("invalid_scope", "Unknown scope");
            }
        }
        if (!form.optional("subject_issuer").orElse("psc").equals("psc")) {
            throw refused("invalid_request", "Unknown subject_issuer");
        }
        if (form.optional("actor_token").isPresent()
                || form.optional("actor_token_type").isPresent()) {
            throw refused("invalid_request", "Unknown actor_token");
        }
    }

    private static OAuthErrorException refused(String error, String description) {
        return OAuthErrorException.of(error, description).unless(Dial.STRICTNESS, Strictness.AS_KNOWN);
    }

    /** Replaces the introspection at Pro Santé Connect. RFC 8693 §2.2.2 names the error. */
    private Session subject(FormParameters form) throws OAuthErrorException {
        return subjects.liveAccessToken(form.required("subject_token"))
                .orElseThrow(() -> OAuthErrorException.invalidRequest("The subject_token is not active"))
                .session();
    }

    private ApiSession refreshed(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var session = tokens.live(ApiToken.Kind.REFRESH, form.required("refresh_token"))
                .filter(token -> token.session().client().equals(client))
                .filter(tokens::withdraw)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Token is not active"))
                .session();
        var granted = Set.of(session.scope().split(" "));
        // RFC 6749 §6: what was not granted cannot be had later.
        if (!granted.containsAll(
                List.of(form.optional("scope").orElse(session.scope()).split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope is wider than what was granted");
        }
        return session;
    }
}
