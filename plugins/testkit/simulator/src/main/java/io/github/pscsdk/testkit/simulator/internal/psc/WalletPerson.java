package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.persona.LoginScripts;
import java.util.function.Supplier;

/** Whoever sits in front of the login page, and what they do there. */
final class WalletPerson implements Wallet {
    private final CodeReturn codeReturn;
    private final LoginScripts scripts;
    // Asked for at the first login: reading the personas takes longer than all else that a start has to wait for.
    private volatile Supplier<PersonaEntry> current = WalletPerson::pharmacist;

    WalletPerson(CodeReturn codeReturn, LoginScripts scripts) {
        this.codeReturn = codeReturn;
        this.scripts = scripts;
    }

    private static PersonaEntry pharmacist() {
        return PersonaFile.find(Personas.PHARMACIST.value()).orElseThrow();
    }

    /** From now on it is somebody else. */
    void replaceBy(PersonaEntry next) {
        current = () -> next;
    }

    @Override
    public Reply answer(SimulatedClient client, Form form, ReturnUri back) throws Refusal {
        var person = current.get();
        var script = scripts.of(person.persona());
        return switch (script.page()) {
            case RETURNS_WITH_CODE ->
                // Card or phone is chosen on a page that is not shown.
                Reply.redirect(
                        codeReturn.confirm(client, person, scripts.means().name(), form, back));
            case RETURNS_REFUSAL -> throw Refusal.of("access_denied", "User cancelled");
            case STAYS -> Reply.page(200, "En attente de confirmation. Waiting for confirmation.");
            case UNAVAILABLE -> Reply.page(503, "Service indisponible. Service unavailable.");
        };
    }
}
