package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.session.BrowserSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Puts the endpoints of Pro Santé Connect on their two origins. */
public final class PscRealm {
    /** The devices on which persons confirm, and the origin of their pages. */
    public record Devices(Prompts prompts, URI pages) {}

    private final Realm realm;
    private final URI issuer;
    private final URI authorizationEndpoint;
    private final AutomaticLoginPage automaticPage;
    private final BackchannelLogins backchannel;

    public PscRealm(Origin auth, Origin wallet, Clients clients, Simulation simulation, Optional<Devices> devices) {
        issuer = auth.base().resolve("/auth/realms/esante-wallet");
        authorizationEndpoint = wallet.base().resolve("/auth");
        realm = Realm.of(issuer.toString(), clients, simulation);
        backchannel = new BackchannelLogins(simulation.journal());
        var codes = new AuthorizationCodes(simulation);
        var browsers = new BrowserSessions(realm);
        var responses = new AuthorizationResponses(realm, new Site(wallet), browsers, codes);
        automaticPage = new AutomaticLoginPage(responses);

        var page = devices.<LoginPage>map(
                        present -> new LoginPages(responses.site(), present.prompts(), present.pages(), responses))
                .orElse(automaticPage);
        var login = new AuthorizationEndpoint(page, responses);
        wallet.route(Endpoint.AUTHORIZATION, authorizationEndpoint.getPath(), login, "GET");
        wallet.route(Endpoint.AUTHORIZATION, authorizationEndpoint.getPath() + "/", login, "GET");
        var site = new Site(auth);
        Discovery.on(auth, site, issuer, authorizationEndpoint, simulation.dials());
        var protocol = issuer.getPath() + "/protocol/openid-connect";
        var started = new BackchannelEndpoint(realm, backchannel, devices.map(Devices::prompts));
        var tokens = new TokenEndpoints(realm, new TokenIssuer(realm), codes, backchannel);
        var logout = new LogoutEndpoint(site, protocol + "/logout", browsers);
        auth.route(
                Endpoint.JWKS,
                protocol + "/certs",
                request -> Reply.json(200, realm.keys().jwks()),
                "GET");
        auth.route(Endpoint.BACKCHANNEL_AUTHENTICATION, protocol + "/ext/ciba/auth", started, "POST");
        auth.route(Endpoint.TOKEN, protocol + "/token", tokens::grant, "POST");
        auth.route(Endpoint.USERINFO, protocol + "/userinfo", new UserInfoEndpoint(realm), "GET", "POST");
        auth.route(Endpoint.INTROSPECTION, protocol + "/token/introspect", tokens::introspect, "POST");
        auth.route(Endpoint.LOGOUT, protocol + "/logout", logout, "GET", "POST");
        auth.route(Endpoint.REVOCATION, protocol + "/revoke", tokens::revoke, "POST");
    }

    /** The sessions, with the tokens and the keys. */
    public Realm realm() {
        return realm;
    }

    public URI issuer() {
        return issuer;
    }

    public URI authorizationEndpoint() {
        return authorizationEndpoint;
    }

    /** The back-channel requests that nobody has answered; the one that expires first comes first. */
    public List<PendingRequest> pending() {
        return backchannel.unanswered().stream().map(BackchannelLogin::describe).toList();
    }

    public boolean settle(String id, PendingRequest.Outcome outcome) {
        var answer = switch (outcome) {
            case APPROVED -> PollAnswer.TOKENS;
            case REFUSED -> PollAnswer.DENIED;
            case EXPIRED -> PollAnswer.EXPIRED;
        };
        return backchannel.unanswered().stream()
                .filter(login -> login.id().equals(id))
                .anyMatch(login -> login.settle(answer));
    }

    public void endSessions() {
        realm.live().forEach(realm::end);
    }

    public void seat(PersonaEntry person) {
        automaticPage.replaceBy(person);
    }
}
