package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.net.URI;

/** The way back from the login page to the client. Exactly one of the two methods is called, once. */
public interface ClientReturn {
    /**
     * Logs the person in. Returns the redirect to the client with a code, unless another person is logged in there.
     *
     * @param browser the request of the browser at the page
     */
    Reply confirmed(IncomingRequest browser, PersonaEntry person, String channel);

    /** Returns the address of the client with {@code access_denied}. */
    URI refused();
}
