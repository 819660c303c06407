package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.util.function.Supplier;

/** A login page that answers by itself, for one persona at a time. */
final class AutomaticLoginPage implements LoginPage {
    private final AuthorizationResponses responses;
    // Read at the first login: reading the personas takes longer than the rest of the start.
    private volatile Supplier<PersonaEntry> current = AutomaticLoginPage::pharmacist;

    AutomaticLoginPage(AuthorizationResponses responses) {
        this.responses = responses;
    }

    private static PersonaEntry pharmacist() {
        return PersonaFile.find(Personas.PHARMACIST.value()).orElseThrow();
    }

    void replaceBy(PersonaEntry next) {
        current = () -> next;
    }

    @Override
    public Reply answer(IncomingRequest browser, SimulatedClient client, FormParameters form, ReturnUri back)
            throws OAuthErrorException {
        var person = current.get();
        var script = LoginScript.of(person, dials());
        return switch (script.page()) {
            case RETURNS_WITH_CODE -> responses.confirm(browser, client, person, authMode(form), form, back);
            case RETURNS_REFUSAL -> throw OAuthErrorException.of("access_denied", "User cancelled");
            case STAYS -> responses.message(browser, 200, "login.waiting");
            case UNAVAILABLE -> responses.message(browser, 503, "login.unavailable");
        };
    }

    private Dials dials() {
        return responses.realm().simulation().dials();
    }

    /** The means that a person would choose on a page which is not shown. */
    private String authMode(FormParameters form) {
        var usual = LoginRequestRules.isDelegated(form) ? Means.IDENTITY_BROKER : Means.MOBILE;
        return dials().value(Dial.BROWSER_MEANS).orElse(usual.name());
    }
}
