package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.TokenProfile;
import io.github.pscsdk.testkit.simulator.internal.script.LoginDefects;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One professional logged in to one client. */
public final class Session {
    /** Keycloak's user storage form until 2026; the UUID is ours (pro-sante-connect, section 4.2). */
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

    /** The identifier that tokens and UserInfo name whoever confirmed by. */
    public String nationalId() {
        var usual = person.persona().nationalId().value();
        return dials.value(Dial.IDENTITY)
                .map(identity -> switch (identity) {
                    case MERGED -> usual;
                    case PSI -> psi();
                    case CHANGED -> otherEnd(usual);
                })
                .orElse(usual);
    }

    /** The {@code otherIds} of tokens and UserInfo. */
    List<JsonObject> otherIds() {
        var usual = person.otherIds();
        var psi = new JsonObject()
                .with("identifiant", psi())
                .with("origine", "PSI")
                .with("qualite", 2);
        return dials.value(Dial.IDENTITY)
                .map(identity -> switch (identity) {
                    case MERGED -> Stream.concat(usual.stream(), Stream.of(psi)).toList();
                    case PSI -> List.of(psi);
                    case CHANGED -> usual;
                })
                .orElse(usual);
    }

    /** The claim {@code PSISubjectNameID} of 2026. */
    String psiSubjectNameId() {
        return dials.value(Dial.PSI_SUBJECT_NAME_ID).orElse(false) ? psi() : "";
    }

    /** The identifier with another last digit. */
    private static String otherEnd(String identifier) {
        var end = identifier.length() - 1;
        return identifier.substring(0, end) + (identifier.charAt(end) - '0' + 1) % 10;
    }

    private String psi() {
        return uuid("psi:");
    }

    private String uuid(String namespace) {
        var name = namespace + person.persona().nationalId().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The year of its tokens. */
    TokenProfile profile() {
        return dials.value(Dial.TOKEN_PROFILE).orElse(TokenProfile.OF_2026);
    }

    boolean isOf2026() {
        return profile() == TokenProfile.OF_2026;
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

    /** The subject of the tokens, which is the same whatever the person's identifier becomes. */
    public String sub() {
        return isOf2026()
                ? uuid("sub:")
                : SUB_PREFIX + person.persona().nationalId().value();
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
