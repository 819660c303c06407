package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.persona.LoginScripts;
import java.net.URI;
import java.util.Optional;

/** Opens a session for whoever confirmed at the login page, and leads back to the client with its code. */
final class CodeReturn {
    private final String issuer;
    private final Logins logins;
    private final LoginCodes codes;
    private final LoginScripts scripts;
    private final Timing timing;

    CodeReturn(String issuer, Logins logins, LoginCodes codes, LoginScripts scripts, Timing timing) {
        this.issuer = issuer;
        this.logins = logins;
        this.codes = codes;
        this.scripts = scripts;
        this.timing = timing;
    }

    URI confirm(SimulatedClient client, PersonaEntry person, String authMode, Form form, ReturnUri back)
            throws Refusal {
        var session = logins.open(client, person, authMode);
        var code = codes.add(new LoginCode(
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

    URI refuse(Refusal refusal, Form form, ReturnUri back) {
        return back.with("error", refusal.error())
                .with("error_description", refusal.description())
                .with("state", form.isRepeated("state") ? Optional.<String>empty() : form.optional("state"))
                .with("iss", issuer)
                .toUri();
    }
}
