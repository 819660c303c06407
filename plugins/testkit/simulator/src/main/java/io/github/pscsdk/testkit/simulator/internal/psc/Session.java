package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.script.LoginDefects;
import java.time.Instant;

/** One professional logged in to one client. */
public final class Session {
    /** Keycloak's user storage form; the UUID is ours (pro-sante-connect, section 4.2). */
    private static final String SUB_PREFIX = "f:00000000-0000-4000-8000-000000000001:";

    private final String id;
    private final SimulatedClient client;
    private final PersonaEntry person;
    private final LoginDefects defects;
    private final String authMode;
    private final Instant authTime;
    private final Timing timing;
    private final Dials dials;
    private Instant lastActivity;
    private boolean ended;

    Session(
            String id,
            SimulatedClient client,
            PersonaEntry person,
            LoginDefects defects,
            String authMode,
            Instant authTime,
            Timing timing,
            Dials dials) {
        this.id = id;
        this.client = client;
        this.person = person;
        this.defects = defects;
        this.authMode = authMode;
        this.authTime = authTime;
        this.timing = timing;
        this.dials = dials;
        this.lastActivity = authTime;
    }

    /** The {@code sid} and {@code session_state}. */
    public String id() {
        return id;
    }

    SimulatedClient client() {
        return client;
    }

    /** What professionals know the service by. */
    public String service() {
        return client.name();
    }

    /** Who confirmed. */
    public PersonaEntry person() {
        return person;
    }

    /** The national identifier of whoever confirmed. */
    public String nationalId() {
        return person.persona().nationalId().value();
    }

    /** What tokens and UserInfo are dialled to be like. */
    public Dials dials() {
        return dials;
    }

    LoginDefects defects() {
        return defects;
    }

    /** {@code CARD} or {@code MOBILE}. */
    public String authMode() {
        return authMode;
    }

    /** Since when. */
    public Instant authTime() {
        return authTime;
    }

    /** The subject of the tokens. */
    public String sub() {
        return SUB_PREFIX + nationalId();
    }

    /** When it ends at the latest: a fixed time after the login, however busy it is. */
    Instant limit() {
        return authTime.plus(timing.session());
    }

    synchronized boolean isLive(Instant now) {
        return !ended && now.isBefore(limit()) && now.isBefore(lastActivity.plus(timing.idle()));
    }

    synchronized void touch(Instant now) {
        lastActivity = now;
    }

    /** Ends it; false if it had been ended before. */
    synchronized boolean end() {
        var first = !ended;
        ended = true;
        return first;
    }

    @Override
    public String toString() {
        return "Session[" + person + "]";
    }
}
