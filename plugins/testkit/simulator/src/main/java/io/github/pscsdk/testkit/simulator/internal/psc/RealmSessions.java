package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.script.LoginScripts;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sessions of the realm. */
final class RealmSessions {
    private final Queue<Session> opened = new ConcurrentLinkedQueue<>();
    private final Timing timing;
    private final Dials dials;
    private final LoginScripts scripts;

    RealmSessions(Timing timing, Dials dials) {
        this.timing = timing;
        this.dials = dials;
        this.scripts = new LoginScripts(dials);
    }

    /**
     * Opens a session for a professional who confirmed.
     *
     * @param asked who was asked; the script may have somebody else answer
     * @param authMode {@code CARD} or {@code MOBILE}
     */
    Session open(SimulatedClient client, PersonaEntry asked, String authMode) {
        var defects = scripts.of(asked.persona()).defects();
        var person = defects.answeredBy().flatMap(PersonaFile::find).orElse(asked);
        var session = new Session(
                UUID.randomUUID().toString(), client, person, defects, authMode, timing.now(), timing, dials);
        opened.add(session);
        return session;
    }

    /** The sessions that have not ended, oldest first. */
    List<Session> live() {
        var now = timing.now();
        return opened.stream().filter(session -> session.isLive(now)).toList();
    }
}
