package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import java.net.URI;

/** How a browser gets back to the client that sent it. One of the two is called, once. */
public interface ClientReturn {
    /** Opens a session; the address holds the code. */
    URI confirmed(PersonaEntry person, String channel);

    /** The address holds {@code access_denied}. */
    URI refused();
}
