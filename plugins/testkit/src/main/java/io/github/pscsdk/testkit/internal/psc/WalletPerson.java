package io.github.pscsdk.testkit.internal.psc;

import io.github.pscsdk.testkit.Personas;
import io.github.pscsdk.testkit.SimulatedClient;
import io.github.pscsdk.testkit.internal.http.Form;
import io.github.pscsdk.testkit.internal.http.Refusal;
import io.github.pscsdk.testkit.internal.http.Reply;
import io.github.pscsdk.testkit.internal.http.ReturnUri;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.json.PersonaFile;
import io.github.pscsdk.testkit.internal.persona.Script;
import io.github.pscsdk.testkit.internal.persona.Scripts;

/** Whoever sits in front of the login page, and what they do there. */
final class WalletPerson {
    private final String issuer;
    private final Logins logins;
    private final LoginCodes codes;
    private final Scripts scripts;
    private final Timing timing;
    private volatile PersonaEntry current =
            PersonaFile.find(Personas.PHARMACIST.value()).orElseThrow();

    WalletPerson(String issuer, Logins logins, LoginCodes codes, Scripts scripts, Timing timing) {
        this.issuer = issuer;
        this.logins = logins;
        this.codes = codes;
        this.scripts = scripts;
        this.timing = timing;
    }

    /** From now on it is somebody else. */
    void replaceBy(PersonaEntry next) {
        current = next;
    }

    /** Answers a request that was found in order. */
    Reply answer(SimulatedClient client, Form form, ReturnUri back) throws Refusal {
        var person = current;
        var script = scripts.of(person.persona());
        return switch (script.page()) {
            case RETURNS_WITH_CODE -> confirm(client, person, script, form, back);
            case RETURNS_REFUSAL -> throw Refusal.of("access_denied", "User cancelled");
            case STAYS -> Reply.page(200, "En attente de confirmation. Waiting for confirmation.");
            case UNAVAILABLE -> Reply.page(503, "Service indisponible. Service unavailable.");
        };
    }

    private Reply confirm(SimulatedClient client, PersonaEntry person, Script script, Form form, ReturnUri back)
            throws Refusal {
        // Card or phone is chosen on a page that is not shown: a phone it is.
        var session = logins.open(client, person, "MOBILE");
        var code = codes.add(new LoginCode(
                session,
                form.required("redirect_uri"),
                form.required("nonce"),
                form.optional("code_challenge"),
                timing.now().plus(timing.code()),
                script.codeExchange()));
        back.with("state", form.required("state"))
                .with("session_state", session.id())
                .with("iss", issuer)
                .with("code", code);
        return Reply.redirect(back.toUri());
    }
}
