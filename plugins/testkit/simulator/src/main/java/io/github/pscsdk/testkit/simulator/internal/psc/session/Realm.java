package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sessions of the realm, and all else that its endpoints share. */
public record Realm(
        String issuer,
        Clients clients,
        Simulation simulation,
        SigningKeys keys,
        TokenStore tokens,
        Queue<RealmSession> opened) {
    /** The person who answers where another is asked. */
    private static final String OTHER = "899999100029";

    public static Realm of(String issuer, Clients clients, Simulation simulation) {
        var tokens = new TokenStore(simulation);
        return new Realm(issuer, clients, simulation, new SigningKeys(), tokens, new ConcurrentLinkedQueue<>());
    }

    /** Opens a session for a professional who confirmed, or the one whom the script has answer. */
    public RealmSession open(PersonaEntry asked, String authMode) {
        var session = new RealmSession(UUID.randomUUID().toString(), answering(asked), authMode, simulation);
        opened.add(session);
        return session;
    }

    /** The part of a client, with the behaviour of a login that begins now. */
    public Session join(RealmSession session, SimulatedClient client) {
        return session.join(client, LoginScript.behaviour(session.person(), simulation.dials()));
    }

    /** Ends a session and tells each of its clients that has registered an address for it. A second end is none. */
    public void end(RealmSession session) {
        session.end().forEach(new LogoutNotices(this)::tell);
    }

    PersonaEntry answering(PersonaEntry asked) {
        return LoginScript.behaviour(asked, simulation.dials()) == Behaviour.ANSWERED_BY_ANOTHER
                ? PersonaFile.find(OTHER).orElseThrow()
                : asked;
    }

    public List<RealmSession> live() {
        var now = simulation.now();
        return opened.stream().filter(session -> session.isLive(now)).toList();
    }

    public List<Session> parts() {
        return live().stream().flatMap(session -> session.parts().stream()).toList();
    }

    @Override
    public String toString() {
        return "Realm[" + issuer + "]";
    }
}
