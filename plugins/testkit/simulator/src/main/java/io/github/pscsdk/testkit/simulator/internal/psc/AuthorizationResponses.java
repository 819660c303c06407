package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.script.LoginScripts;
import java.net.URI;
import java.util.Optional;

/**
 * Makes the authorization response of a browser login (RFC 6749 §4.1.2): the redirect URI with a code, after a session was
 * opened, or with an error.
 */
final class AuthorizationResponses {
    private final String issuer;
    private final RealmSessions logins;
    private final AuthorizationCodes codes;
    private final LoginScripts scripts;
    private final Timing timing;

    AuthorizationResponses(
            String issuer, RealmSessions logins, AuthorizationCodes codes, LoginScripts scripts, Timing timing) {
        this.issuer = issuer;
        this.logins = logins;
        this.codes = codes;
        this.scripts = scripts;
        this.timing = timing;
    }

    URI confirm(SimulatedClient client, PersonaEntry person, String authMode, FormParameters form, ReturnUri back)
            throws OAuthErrorException {
        var session = logins.open(client, person, authMode);
        var code = codes.add(new AuthorizationCode(
                session,
                form.required("redirect_uri"),
                form.required("nonce"),
                form.optional("code_challenge"),
                timing.now().plus(timing.code()),
                scripts.of(person.persona()).codeExchange()));
        return back.with("state", form.required("state"))
                .with("session_state", session.id())
                .with("iss", issuer)
                .with("code", code)
                .toUri();
    }

    URI refuse(OAuthErrorException error, FormParameters form, ReturnUri back) {
        return back.with("error", error.error())
                .with("error_description", error.description())
                .with("state", form.isRepeated("state") ? Optional.<String>empty() : form.optional("state"))
                .with("iss", issuer)
                .toUri();
    }
}
