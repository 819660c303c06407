package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.Identity;
import io.github.pscsdk.testkit.simulator.internal.model.TokenProfile;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** One professional logged in to one client: that client's part of a session of the realm. Tokens belong to it. */
public final class Session {
    /** Keycloak's user storage form until 2026; the UUID is ours (pro-sante-connect, section 4.2). */
    private static final String SUB_PREFIX = "f:00000000-0000-4000-8000-000000000001:";

    private final RealmSession realm;
    private final SimulatedClient client;
    private final AtomicBoolean ended = new AtomicBoolean();

    public Session(RealmSession realm, SimulatedClient client) {
        this.realm = realm;
        this.client = client;
    }

    public RealmSession realm() {
        return realm;
    }

    /** The {@code sid} and {@code session_state}, the same for all clients. */
    public String id() {
        return realm.id();
    }

    public SimulatedClient client() {
        return client;
    }

    public PersonaEntry person() {
        return realm.person();
    }

    public String nationalId() {
        var usual = person().persona().nationalId().value();
        return dials().value(Dial.IDENTITY)
                .map(identity -> switch (identity) {
                    case MERGED -> usual;
                    case PSI, PSI_CLAIM -> psi();
                    case CHANGED -> otherEnd(usual);
                })
                .orElse(usual);
    }

    /** The {@code otherIds} of tokens and UserInfo. */
    public List<JsonObjectBuilder> otherIds() {
        var usual = person().otherIds();
        var psi = new JsonObjectBuilder()
                .with("identifiant", psi())
                .with("origine", "PSI")
                .with("qualite", 2);
        return dials().value(Dial.IDENTITY)
                .map(identity -> switch (identity) {
                    case MERGED -> Stream.concat(usual.stream(), Stream.of(psi)).toList();
                    case PSI, PSI_CLAIM -> List.of(psi);
                    case CHANGED ->
                        List.of(new JsonObjectBuilder()
                                .with("identifiant", nationalId())
                                .with("origine", "RPPS")
                                .with("qualite", 1));
                })
                .orElse(usual);
    }

    /** Tells by which identifier the person is named. */
    public JsonObjectBuilder named(JsonObjectBuilder document) {
        return isNamedByPsiClaim()
                ? document.without("SubjectNameID").with("PSISubjectNameID", psi())
                : document.with("SubjectNameID", nationalId());
    }

    private boolean isNamedByPsiClaim() {
        return dials().is(Dial.IDENTITY, Identity.PSI_CLAIM);
    }

    /** The claim {@code PSISubjectNameID} of access tokens of 2026. */
    public String psiSubjectNameId() {
        return isNamedByPsiClaim() ? psi() : "";
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
        var name = namespace + person().persona().nationalId().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public boolean isOf2026() {
        return dials().value(Dial.TOKEN_PROFILE).orElse(TokenProfile.OF_2026) == TokenProfile.OF_2026;
    }

    public Dials dials() {
        return realm.dials();
    }

    public Behaviour behaviour() {
        return realm.behaviour();
    }

    /** {@code CARD} or {@code MOBILE}. */
    public String authMode() {
        return realm.authMode();
    }

    public Instant authTime() {
        return realm.authTime();
    }

    /** The subject of the tokens, which is the same whatever the person's identifier becomes. */
    public String sub() {
        return isOf2026()
                ? uuid("sub:")
                : SUB_PREFIX + person().persona().nationalId().value();
    }

    boolean isLive(Instant now) {
        return !ended.get() && realm.isLive(now);
    }

    /** Ends it for this client alone; false if it had been ended before. */
    public boolean end() {
        return !ended.getAndSet(true);
    }
}
