package io.github.pscsdk.testkit.internal.psc;

import io.github.pscsdk.testkit.Dials;
import io.github.pscsdk.testkit.SimulatedClient;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.json.PersonaFile;
import io.github.pscsdk.testkit.internal.persona.Scripts;
import java.util.UUID;

/** Opens a session for whoever confirmed. */
final class Logins {
    private final Timing timing;
    private final Dials dials;
    private final Scripts scripts;

    Logins(Timing timing, Dials dials) {
        this.timing = timing;
        this.dials = dials;
        this.scripts = new Scripts(dials);
    }

    /**
     * A new session.
     *
     * @param asked who was asked; the script may have somebody else answer
     * @param authMode {@code CARD} or {@code MOBILE}
     */
    Session open(SimulatedClient client, PersonaEntry asked, String authMode) {
        var proof = scripts.of(asked.persona()).proof();
        var person = proof.answeredBy().flatMap(PersonaFile::find).orElse(asked);
        return new Session(UUID.randomUUID().toString(), client, person, proof, authMode, timing.now(), timing, dials);
    }
}
