package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.session.BrowserSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RealmSession;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.util.Optional;

/** Makes the authorization response (RFC 6749 §4.1.2): the redirect URI with a code or with an error. */
record AuthorizationResponses(Realm realm, Site site, BrowserSessions browsers, AuthorizationCodes codes) {
    /** Sends a browser back after its person logged in at the page, or keeps it where another person has a session. */
    Reply confirm(
            IncomingRequest browser,
            SimulatedClient client,
            PersonaEntry person,
            String authMode,
            FormParameters form,
            ReturnUri back)
            throws OAuthErrorException {
        var session = browsers.logIn(browser, person, authMode);
        if (session.isEmpty()) {
            // Keycloak's answer, with its status.
            var logout = realm.issuer() + "/protocol/openid-connect/logout";
            return site.show(
                    browser, page -> page.page(500, PageFrame.titled("login.over.title"), "psc/occupied", logout));
        }
        return browsers.keep(session.get(), browser, Reply.redirect(code(session.get(), client, form, back)));
    }

    Reply message(IncomingRequest browser, int status, String key) {
        return site.show(browser, page -> page.message(status, key));
    }

    /** The way back with a code, without a page where the session is older. */
    URI code(RealmSession session, SimulatedClient client, FormParameters form, ReturnUri back)
            throws OAuthErrorException {
        var script = LoginScript.of(session.person(), realm.simulation().dials());
        var code = codes.add(new AuthorizationCodes.Login(
                realm.join(session, client),
                form.required("redirect_uri"),
                form.optional("nonce"),
                form.optional("code_challenge"),
                realm.simulation().now().plus(Simulation.CODE),
                script.page() == LoginScript.Page.RETURNS_WITH_CODE ? script.codeExchange() : PollAnswer.TOKENS));
        return back.with("state", form.required("state"))
                .with("session_state", session.id())
                .with("iss", realm.issuer())
                .with("code", code)
                .toUri();
    }

    URI refuse(OAuthErrorException error, FormParameters form, ReturnUri back) {
        return back.with("error", error.error())
                .with("error_description", error.description())
                .with("state", form.isRepeated("state") ? Optional.<String>empty() : form.optional("state"))
                .with("iss", realm.issuer())
                .toUri();
    }
}
