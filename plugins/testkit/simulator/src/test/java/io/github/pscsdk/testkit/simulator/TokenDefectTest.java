package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.time.VirtualClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every defect in the kind of token that is meant, and in no other. */
class TokenDefectTest {
    private static final List<String> KINDS = List.of("id_token", "access_token", "logout_token");

    private static final Map<String, String> CLAIMS =
            Map.of("WRONG_AUDIENCE", "aud", "WRONG_ISSUER", "iss", "WRONG_NONCE", "nonce");

    private final VirtualClock clock = VirtualClock.standing();
    private LogoutReceiver receiver;
    private PscSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        receiver = new LogoutReceiver(200);
        simulator = PscSimulator.builder()
                .client(Caller.registration().withBackchannelLogoutUri(receiver.address()))
                .clock(clock)
                .start();
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private static String defect(String kind) {
        return kind.equals("id_token") ? "token-defect" : "logout-token-defect";
    }

    /** One token of that kind, of a login by which all kinds are made. */
    private String token(String kind) throws Exception {
        var code = new BrowserLogin(simulator, caller).code();
        var tokens = caller.post("token", BrowserLogin.exchange(code)).assertOk();
        simulator.endSessions();
        var logoutToken = receiver.token();
        return kind.equals("logout_token") ? logoutToken : tokens.text(kind);
    }

    private JsonNode claims(String kind) throws Exception {
        return JsonMapper.builder().build().readTree(Jwt.payload(token(kind)));
    }

    static Stream<Arguments> kinds() {
        return Stream.of("id_token", "logout_token")
                .flatMap(wrong -> KINDS.stream().map(seen -> Arguments.of(wrong, seen)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void claims_are_wrong_in_one_kind_only(String wrong, String seen) throws Exception {
        var usual = claims(seen);
        for (var defect : CLAIMS.entrySet()) {
            simulator.turn(defect(wrong), defect.getKey());
            var claim = defect.getValue();

            var value = claims(seen).path(claim).asText();

            assertEquals(wrong.equals(seen), !value.equals(usual.path(claim).asText()), claim);
            assertTrue(!wrong.equals(seen) || !value.isEmpty(), claim);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_signature_is_wrong_in_one_kind_only(String wrong, String seen) throws Exception {
        simulator.turn(defect(wrong), "WRONG_SIGNATURE");
        var keys = caller.get(caller.endpoint("certs")).assertOk().json().get("keys");

        assertEquals(wrong.equals(seen), !Jwt.isSignedBy(token(seen), keys.get(0)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kid_is_unknown_in_one_kind_only(String wrong, String seen) throws Exception {
        simulator.turn(defect(wrong), "UNKNOWN_KID");
        var keys = caller.get(caller.endpoint("certs")).assertOk().json().get("keys");

        var isKnown = Jwt.header(token(seen)).contains(keys.get(0).get("kid").asText());

        assertEquals(!wrong.equals(seen), isKnown);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_member_is_there_twice_in_one_kind_only(String wrong, String seen) throws Exception {
        simulator.turn(defect(wrong), "DUPLICATE_MEMBER");

        var isTwice = Jwt.payload(token(seen)).matches("\\{.*\"sub\":\"[^\"]*100029\".*\"sub\":\"[^\"]*\".*}");

        assertEquals(wrong.equals(seen), isTwice);
    }
}
