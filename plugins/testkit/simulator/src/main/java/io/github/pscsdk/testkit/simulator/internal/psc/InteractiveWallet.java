package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.wallet.ClientReturn;
import io.github.pscsdk.testkit.simulator.internal.wallet.LoginPages;
import java.net.URI;

/** Leaves the login page to a person. */
final class InteractiveWallet implements Wallet {
    private final LoginPages pages;
    private final CodeReturn codeReturn;

    InteractiveWallet(LoginPages pages, CodeReturn codeReturn) {
        this.pages = pages;
        this.codeReturn = codeReturn;
    }

    @Override
    public Reply answer(SimulatedClient client, Form form, ReturnUri back) {
        return pages.receive(client.name(), new ClientReturn() {
            @Override
            public URI confirmed(PersonaEntry person, String channel) {
                try {
                    return codeReturn.confirm(client, person, channel, form, back);
                } catch (Refusal e) {
                    throw new IllegalStateException("the request was found in order before", e);
                }
            }

            @Override
            public URI refused() {
                return codeReturn.refuse(Refusal.of("access_denied", "User cancelled"), form, back);
            }
        });
    }
}
