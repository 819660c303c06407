package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.script.LoginDefects;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** One professional logged in to one client: that client's part of a session of the realm. Tokens belong to it. */
public final class Session {
    /** Keycloak's user storage form; the UUID is ours (pro-sante-connect, section 4.2). */
    private static final String SUB_PREFIX = "f:00000000-0000-4000-8000-000000000001:";

    private final RealmSession realm;
    private final SimulatedClient client;
    private final AtomicBoolean ended = new AtomicBoolean();

    Session(RealmSession realm, SimulatedClient client) {
        this.realm = realm;
        this.client = client;
    }

    /** The session of the realm, which other clients may share. */
    RealmSession realm() {
        return realm;
    }

    /** The {@code sid} and {@code session_state}, the same for all clients. */
    public String id() {
        return realm.id();
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
        return realm.person();
    }

    /** The national identifier of whoever confirmed. */
    public String nationalId() {
        return person().persona().nationalId().value();
    }

    /** What tokens and UserInfo are dialled to be like. */
    public Dials dials() {
        return realm.dials();
    }

    LoginDefects defects() {
        return realm.defects();
    }

    /** {@code CARD} or {@code MOBILE}. */
    public String authMode() {
        return realm.authMode();
    }

    /** When the person last logged in. */
    public Instant authTime() {
        return realm.authTime();
    }

    /** The subject of the tokens. */
    public String sub() {
        return SUB_PREFIX + nationalId();
    }

    boolean isLive(Instant now) {
        return !ended.get() && realm.isLive(now);
    }

    /** Ends it for this client alone; false if it had been ended before. */
    boolean end() {
        return !ended.getAndSet(true);
    }

    @Override
    public String toString() {
        return "Session[" + person() + "]";
    }
}
