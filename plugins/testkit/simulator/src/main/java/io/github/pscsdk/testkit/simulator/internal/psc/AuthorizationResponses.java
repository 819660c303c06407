package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.psc.session.BrowserSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RealmSession;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.util.Optional;

/** Makes the authorization response (RFC 6749 §4.1.2): the redirect URI with a code or with an error. */
record AuthorizationResponses(Realm realm, BrowserSessions browsers, AuthorizationCodes codes) {
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
            // What Keycloak answers, with its status.
            return Reply.page(
                    500,
                    "Une autre personne est connectée à Pro Santé Connect dans ce navigateur : elle doit d’abord se"
                            + " déconnecter. Somebody else is logged in to Pro Santé Connect in this browser and must log"
                            + " out first. <a href=\"" + realm.issuer()
                            + "/protocol/openid-connect/logout\">Déconnexion, logout</a>");
        }
        return browsers.keep(session.get(), browser, Reply.redirect(code(session.get(), client, form, back)));
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
