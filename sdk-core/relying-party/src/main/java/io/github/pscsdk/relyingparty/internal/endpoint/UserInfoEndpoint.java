package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PSC's UserInfo endpoint: OpenID Connect Core 1.0, section 5.3. The access token lives two minutes: call it at once.
 */
public final class UserInfoEndpoint {
    private static final Logger log = LoggerFactory.getLogger(UserInfoEndpoint.class);

    private final ClientCalls http;
    private final Provider provider;
    private final boolean acceptsPlain;

    public UserInfoEndpoint(ClientCalls http, Provider provider, PscEnvironment environment) {
        this.http = http;
        this.provider = provider;
        this.acceptsPlain = environment.isPlain();
        if (acceptsPlain) {
            log.warn("{}: a UserInfo without a national identifier is accepted", environment);
        }
    }

    public CompletableFuture<UserInfo> read(String accessToken, String subject) {
        return provider.metadata()
                .thenCompose(m -> http.getWithToken(Endpoint.USERINFO, m.userInfo(), accessToken))
                .thenApply(checked(response -> userInfo(response, subject)));
    }

    private UserInfo userInfo(HttpResponse response, String subject) throws PscException {
        if (!response.isSuccess()) {
            throw Peer.PSC.unexpectedStatus("UserInfo", response);
        }
        var info = parse(response);
        // Section 5.3.2: without this check, one user's token could be answered with another user's data.
        if (!subject.equals(info.subject())) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo is not about the subject of the ID token");
        }
        if (info.professional().isEmpty()) {
            throw new PscException(
                    LoginProblem.USERINFO_REJECTED, "UserInfo lacks a usable SubjectNameID, and PSISubjectNameID");
        }
        if (info.professional().orElseThrow().contradictsItself()) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo names two people as one");
        }
        return info;
    }

    private UserInfo parse(HttpResponse response) throws PscException {
        try {
            return acceptsPlain ? UserInfo.readPlain(response.body()) : UserInfo.read(response.body());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, "UserInfo cannot be read", e);
        }
    }
}
