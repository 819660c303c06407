package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import java.net.URI;

/** The way back from the login page to the client. Exactly one of the two methods is called, once. */
public interface ClientReturn {
    /** Opens a session. Returns the address of the client with a code. */
    URI confirmed(PersonaEntry person, String channel);

    /** Returns the address of the client with {@code access_denied}. */
    URI refused();
}
