package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One login to the realm: one {@code sid}, shared by the clients of one browser (pro-sante-connect, section 15.5). */
public final class RealmSession {
    private final String id;
    private final PersonaEntry person;
    private final Instant startedAt;
    private final Simulation simulation;
    private final Map<SimulatedClient, Session> parts = new LinkedHashMap<>();
    private Behaviour behaviour = Behaviour.APPROVES;
    private String authMode;
    private Instant authTime;
    private Instant lastActivity;
    private boolean ended;

    public RealmSession(String id, PersonaEntry person, String authMode, Simulation simulation) {
        this.id = id;
        this.person = person;
        this.authMode = authMode;
        this.simulation = simulation;
        this.startedAt = simulation.now();
        this.authTime = startedAt;
        this.lastActivity = startedAt;
    }

    public String id() {
        return id;
    }

    public PersonaEntry person() {
        return person;
    }

    public Dials dials() {
        return simulation.dials();
    }

    public synchronized Behaviour behaviour() {
        return behaviour;
    }

    public synchronized String authMode() {
        return authMode;
    }

    public synchronized Instant authTime() {
        return authTime;
    }

    /** When it ends at the latest: a fixed time after it began, however busy it is. */
    public Instant limit() {
        return startedAt.plus(Simulation.SESSION);
    }

    synchronized boolean isLive(Instant now) {
        return !ended && now.isBefore(limit()) && now.isBefore(lastActivity.plus(Simulation.IDLE));
    }

    public synchronized void touch(Instant now) {
        lastActivity = now;
    }

    /** The part of a client, new or living. Counts as activity; {@code latest} says what is wrong with tokens. */
    public synchronized Session join(SimulatedClient client, Behaviour latest) {
        var now = simulation.now();
        touch(now);
        behaviour = latest;
        return parts.compute(
                client, (same, part) -> part == null || !part.isLive(now) ? new Session(this, client) : part);
    }

    /** The same person logged in again. The session goes on, and ends no later than before. */
    synchronized void reauthenticate(String newAuthMode) {
        authMode = newAuthMode;
        authTime = simulation.now();
    }

    /** The parts that live, oldest first. */
    public synchronized List<Session> parts() {
        var now = simulation.now();
        return parts.values().stream().filter(part -> part.isLive(now)).toList();
    }

    /** Ends it for all clients. Returns the parts that lived until now; none if it had been ended before. */
    public synchronized List<Session> end() {
        var living = ended ? List.<Session>of() : List.copyOf(parts.values());
        var ending = living.stream().filter(Session::end).toList();
        ended = true;
        return ending;
    }
}
