package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.diagnosis.Diagnosis;
import io.github.pscsdk.relyingparty.internal.diagnosis.DiagnosisSettings;
import io.github.pscsdk.relyingparty.internal.endpoint.BackchannelEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.UserInfoEndpoint;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.login.BackchannelLogins;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins.BrowserClient;
import io.github.pscsdk.relyingparty.internal.login.BrowserSignOuts;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.LogoutTokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.session.Logouts;
import io.github.pscsdk.relyingparty.internal.session.PendingBrowserLogins;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreKeys;
import io.github.pscsdk.relyingparty.internal.time.TimerThread;
import io.github.pscsdk.relyingparty.internal.token.ApiTokens;
import io.github.pscsdk.relyingparty.internal.token.RefreshPolicy;
import io.github.pscsdk.relyingparty.internal.token.TokenRefresh;
import java.util.Optional;

/** Builds the parts of one relying party and holds those that it calls. */
final class Engine implements AutoCloseable {
    final Sessions sessions;
    final BackchannelLogins backchannelLogins;
    final EndSessionEndpoint endSession;
    final RefreshPolicy refreshes;
    final ApiTokens apiTokens;
    final Logouts logouts;
    final Diagnosis diagnosis;
    private final Optional<BrowserLogins> browserLogins;
    private final Optional<BrowserSignOuts> browserSignOuts;
    private final HttpCalls http;
    private final TimerThread timer;

    Engine(RelyingPartyBuilder settings) {
        var environment = settings.environment;
        var clock = settings.clock;
        var clientId = settings.clientId;
        var credentials = settings.authentication.credentials();
        var issuer = environment.issuer().toString();

        http = new HttpCalls(clientId, credentials, settings.trustedCertificates, clock);
        timer = new TimerThread();
        var provider = new Provider(environment, credentials.certificate().isPresent(), http, clock);
        var expected = new IdTokenVerifier.Expected(
                issuer, clientId, settings.idTokenAlgorithms, environment.acceptedAcr(), settings.leeway);
        var verifier = new IdTokenVerifier(provider, expected, clock);

        var keys = new StoreKeys(issuer, clientId);
        sessions = new Sessions(settings.sessionStore, keys, clientId, settings.idleTimeout, clock);
        logouts = new Logouts(
                new LogoutTokenVerifier(provider, expected, clock),
                settings.sessionStore,
                keys,
                settings.sessionLimit,
                settings.leeway,
                clock);
        var tokens = new TokenEndpoint(http, provider);
        var userInfo = new UserInfoEndpoint(http, provider);
        endSession = new EndSessionEndpoint(http, provider);
        var completion =
                new LoginCompletion(verifier, userInfo, endSession, sessions, clientId, settings.sessionLimit, clock);

        var backchannel = new BackchannelEndpoint(http, provider, environment);
        backchannelLogins = new BackchannelLogins(backchannel, tokens, completion, timer, clock);
        var diagnosisSettings = new DiagnosisSettings(
                environment,
                credentials,
                settings.redirectUri,
                settings.postLogoutRedirectUri,
                settings.leeway,
                settings.asksClient,
                clock);
        diagnosis = new Diagnosis(
                diagnosisSettings, http, provider, tokens, backchannel, settings.diagnosisTimer.orElse(timer));
        var pending = new PendingBrowserLogins(settings.sessionStore, keys);
        browserLogins = settings.redirectUri
                .map(uri -> new BrowserClient(clientId, uri, issuer, settings.browserLoginTimeout))
                .map(client -> new BrowserLogins(client, provider, tokens, completion, pending, clock));
        browserSignOuts = settings.postLogoutRedirectUri.map(uri -> new BrowserSignOuts(endSession, clientId, uri));
        var sessionFlows = new SerialFlows<SessionId>();
        refreshes =
                new RefreshPolicy(sessions, new TokenRefresh(sessions, tokens, verifier, clock), sessionFlows, clock);
        apiTokens = new ApiTokens(sessions, refreshes, sessionFlows, http, clock);
    }

    BrowserLogins browserLogins() {
        return browserLogins.orElseThrow(
                () -> new IllegalStateException("browser logins need RelyingPartyBuilder.redirectUri"));
    }

    BrowserSignOuts browserSignOuts() {
        return browserSignOuts.orElseThrow(
                () -> new IllegalStateException("logouts by browser need RelyingPartyBuilder.postLogoutRedirectUri"));
    }

    @Override
    public void close() {
        backchannelLogins.close();
        timer.close();
        http.close();
    }
}
