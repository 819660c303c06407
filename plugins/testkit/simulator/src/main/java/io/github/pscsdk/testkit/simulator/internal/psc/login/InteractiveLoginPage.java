package io.github.pscsdk.testkit.simulator.internal.psc.login;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.wallet.ClientReturn;
import io.github.pscsdk.testkit.simulator.internal.wallet.LoginPages;
import java.net.URI;

/** A login page that a person operates in a browser. */
public final class InteractiveLoginPage implements LoginPage {
    private final LoginPages pages;
    private final AuthorizationResponses responses;

    public InteractiveLoginPage(LoginPages pages, AuthorizationResponses responses) {
        this.pages = pages;
        this.responses = responses;
    }

    @Override
    public Reply answer(IncomingRequest arriving, SimulatedClient client, FormParameters form, ReturnUri back) {
        return pages.receive(client.name(), new ClientReturn() {
            @Override
            public Reply confirmed(IncomingRequest browser, PersonaEntry person, String channel) {
                try {
                    // The pages of a device stand for those of the organisation.
                    var authMode = LoginRequestRules.isDelegated(form) ? Means.IDENTITY_BROKER.name() : channel;
                    return responses.confirm(browser, client, person, authMode, form, back);
                } catch (OAuthErrorException e) {
                    throw new IllegalStateException("the request was checked before", e);
                }
            }

            @Override
            public URI refused() {
                return responses.refuse(OAuthErrorException.of("access_denied", "User cancelled"), form, back);
            }
        });
    }
}
