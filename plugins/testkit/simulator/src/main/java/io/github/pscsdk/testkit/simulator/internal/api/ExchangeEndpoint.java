package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;
import io.github.pscsdk.testkit.simulator.internal.psc.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.TokenStore;
import java.util.Set;

/** Exchanges a live access token of Pro Santé Connect for one of the API (RFC 8693 §2). There is no refresh token. */
final class ExchangeEndpoint implements Handler {
    private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> SUBJECT_TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");

    private final Clients clients;
    private final TokenStore subjects;
    private final ApiTokenIssuer tokenIssuer;

    ExchangeEndpoint(Clients clients, TokenStore subjects, ApiTokenIssuer tokenIssuer) {
        this.clients = clients;
        this.subjects = subjects;
        this.tokenIssuer = tokenIssuer;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var form = request.form();
        if (!form.required("grant_type").equals(GRANT_TYPE)) {
            throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        }
        var session = subject(form);
        var token = tokenIssuer.issue(
                session, grant(client, form), request.certificate().map(CertificateHash::of));
        return Reply.json(
                200,
                new JsonObject()
                        .with("access_token", token.value())
                        .with("issued_token_type", ACCESS_TOKEN)
                        .with("token_type", "Bearer")
                        .with("expires_in", ApiTokenIssuer.LIFETIME.toSeconds())
                        .with("scope", token.scope()));
    }

    /** Replaces the introspection at Pro Santé Connect. RFC 8693 §2.2.2 names the error. */
    private Session subject(FormParameters form) throws OAuthErrorException {
        if (!SUBJECT_TYPES.contains(form.required("subject_token_type"))) {
            throw OAuthErrorException.invalidRequest("Unsupported subject_token_type");
        }
        if (!form.optional("subject_issuer").orElse("psc").equals("psc")) {
            throw OAuthErrorException.invalidRequest("Unknown subject_issuer");
        }
        return subjects.liveAccessToken(form.required("subject_token"))
                .orElseThrow(() -> OAuthErrorException.invalidRequest("The subject_token is not active"))
                .session();
    }

    private static ApiTokenIssuer.Request grant(SimulatedClient client, FormParameters form)
            throws OAuthErrorException {
        if (!form.optional("requested_token_type").orElse(ACCESS_TOKEN).equals(ACCESS_TOKEN)) {
            throw OAuthErrorException.invalidRequest("Unsupported requested_token_type");
        }
        return new ApiTokenIssuer.Request(
                client.id(),
                form.optional("scope").orElse("openid"),
                form.optional("audience").orElse("api"));
    }
}
