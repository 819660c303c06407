package io.github.pscsdk.testkit.simulator.internal.psc.login;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.script.LoginScripts;
import java.util.function.Supplier;

/** A login page that answers by itself, for one persona at a time. */
public final class AutomaticLoginPage implements LoginPage {
    private final AuthorizationResponses responses;
    private final LoginScripts scripts;
    // Read at the first login: reading the personas takes longer than the rest of the start.
    private volatile Supplier<PersonaEntry> current = AutomaticLoginPage::pharmacist;

    public AutomaticLoginPage(AuthorizationResponses responses, LoginScripts scripts) {
        this.responses = responses;
        this.scripts = scripts;
    }

    private static PersonaEntry pharmacist() {
        return PersonaFile.find(Personas.PHARMACIST.value()).orElseThrow();
    }

    /** Chooses the persona who logs in from now on. */
    public void replaceBy(PersonaEntry next) {
        current = () -> next;
    }

    @Override
    public Reply answer(IncomingRequest browser, SimulatedClient client, FormParameters form, ReturnUri back)
            throws OAuthErrorException {
        var person = current.get();
        var script = scripts.of(person.persona());
        return switch (script.page()) {
            case RETURNS_WITH_CODE ->
                // Card or phone is chosen on a page that is not shown.
                responses.confirm(
                        browser, client, person, scripts.authMode(LoginRequestRules.isDelegated(form)), form, back);
            case RETURNS_REFUSAL -> throw OAuthErrorException.of("access_denied", "User cancelled");
            case STAYS -> Reply.page(200, "En attente de confirmation. Waiting for confirmation.");
            case UNAVAILABLE -> Reply.page(503, "Service indisponible. Service unavailable.");
        };
    }
}
