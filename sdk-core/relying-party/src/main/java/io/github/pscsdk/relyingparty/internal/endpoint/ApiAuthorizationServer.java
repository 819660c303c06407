package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections.ClientIdentity;
import io.github.pscsdk.relyingparty.internal.json.CertificateConfirmation;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The authorization server of one target API, for the client that we are there; what it issues is opaque to us. One
 * without a revocation endpoint takes no token back.
 */
public record ApiAuthorizationServer(
        String name,
        URI tokenEndpoint,
        Optional<URI> revocationEndpoint,
        List<String> scopes,
        ClientIdentity client,
        ClientConnections connections) {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    // No such endpoint, or not for such tokens (RFC 7009, section 2.2.1): nothing is to be had by asking again.
    private static final Set<Integer> DOES_NOT_REVOKE = Set.of(404, 405, 501);
    private static final Optional<String> DOES_NOT_REVOKE_SUCH = Optional.of("unsupported_token_type");

    /** Names it in the store. Scopes and client are a part: the same API may be configured anew with others. */
    public String key() {
        return name + " " + tokenEndpoint + " " + client.clientId() + " " + String.join(" ", scopes);
    }

    /** RFC 8693, section 2.1. */
    public CompletableFuture<TokenAnswer> exchange(String subjectToken) {
        var form = Form.of("grant_type", EXCHANGE)
                .with("subject_token", subjectToken)
                .with("subject_token_type", TokenAnswer.ACCESS_TOKEN)
                .with("subject_issuer", PscProfile.SUBJECT_ISSUER);
        return ask(scopes.isEmpty() ? form : form.with("scope", String.join(" ", scopes)));
    }

    /** RFC 6749, section 6. */
    public CompletableFuture<TokenAnswer> refresh(String refreshToken) {
        return ask(Form.of("grant_type", "refresh_token").with("refresh_token", refreshToken));
    }

    private CompletableFuture<TokenAnswer> ask(Form form) {
        return connections
                .api(tokenEndpoint, client)
                .post(Endpoint.API_TOKEN, tokenEndpoint, form)
                .thenApply(checked(ApiAuthorizationServer::issued));
    }

    /**
     * Whether the token is bound to another certificate than the one that we show, so that the API will refuse it from
     * us.
     */
    public boolean isBoundElsewhere(String token) {
        return CertificateConfirmation.in(token)
                .filter(bound ->
                        client.credentials().certificate().filter(bound::isOf).isEmpty())
                .isPresent();
    }

    /**
     * RFC 7009, section 2.1. Done as well where the server turns out not to do that.
     *
     * @param hint {@code access_token} or {@code refresh_token}
     */
    public CompletableFuture<Void> revoke(String token, String hint) {
        var endpoint = revocationEndpoint.orElseThrow();
        return connections
                .api(endpoint, client)
                .post(Endpoint.API_REVOCATION, endpoint, Form.of("token", token).with("token_type_hint", hint))
                .thenApply(checked(ApiAuthorizationServer::revoked));
    }

    private static Void revoked(HttpResponse response) throws PscException {
        var isTold = response.isSuccess()
                || DOES_NOT_REVOKE.contains(response.status())
                || RelyingPartyJson.readErrorCode(response.body()).equals(DOES_NOT_REVOKE_SUCH);
        if (!isTold) {
            throw failure(response);
        }
        return null;
    }

    private static TokenAnswer issued(HttpResponse response) throws PscException {
        if (!response.isSuccess()) {
            throw failure(response);
        }
        try {
            return TokenAnswer.read(response.body());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "an API's authorization server: no readable token", e);
        }
    }

    private static PscException failure(HttpResponse response) {
        var code = RelyingPartyJson.readErrorCode(response.body())
                .map(c -> c + ", ")
                .orElse("");
        return new PscException(
                response.status() >= 400 && response.status() < 500 && response.status() != 429
                        ? LoginProblem.API_TOKEN_REFUSED
                        : LoginProblem.API_UNAVAILABLE,
                "an API's authorization server: " + code + "status " + response.status());
    }

    @Override
    public String toString() {
        return "ApiAuthorizationServer[" + name + "]";
    }
}
