package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.Scenario.Applied;
import io.github.pscsdk.time.VirtualClock;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioTest {
    private static final String PHARMACIST = "899999100011";
    private static final String MIDWIFE = "899999100029";

    @SuppressWarnings("unused") // of the parameterized test
    private static final List<String> SCENES = Scenario.SCENES;

    private final VirtualClock clock = VirtualClock.standing();
    private final Queue<Applied> told = new ConcurrentLinkedQueue<>();
    private PscSimulator simulator;
    private Caller caller;

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private void play(Scenario scenario) {
        simulator = PscSimulator.builder()
                .client(Caller.registration())
                .clock(clock)
                .scenario(scenario, told::add)
                .start();
        caller = new Caller(simulator);
    }

    private void playSteps(String steps) {
        play(Scenario.read(new StringReader("version: 1\ntitle: T\nsteps:\n" + steps)));
    }

    private Answer login(String nationalId) throws Exception {
        var id = caller.start(nationalId).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id);
    }

    private List<Integer> done() {
        return simulator.appliedSteps().stream().map(Applied::step).toList();
    }

    @Test
    void one_person_refuses_and_nobody_else() throws Exception {
        playSteps("""
                  - who: 899999100029
                    what: { behaviour: REFUSES }
                    when: at-start
                """);

        login(MIDWIFE).assertRefused(400, "access_denied");
        login(PHARMACIST).assertOk();
    }

    @Test
    void what_is_set_for_one_person_prevails_until_it_is_reset() throws Exception {
        playSteps("""
                  - what: { behaviour: REFUSES }
                    when: at-start
                  - who: 899999100011
                    what: { behaviour: APPROVES }
                    when: at-start
                  - who: 899999100011
                    what: { resets: behaviour }
                    when: { after: PT1M }
                """);

        login(PHARMACIST).assertOk();
        login(MIDWIFE).assertRefused(400, "access_denied");
        clock.advance(Duration.ofMinutes(1));
        login(PHARMACIST).assertRefused(400, "access_denied");
        simulator.resetDials();
        login(PHARMACIST).assertOk();
    }

    @Test
    void a_step_waits_for_as_many_logins_and_then_for_its_time() throws Exception {
        playSteps("""
                  - what: ends-sessions
                    when: { after-logins: 2, after: PT10S }
                """);
        var first = login(PHARMACIST).assertOk().text("refresh_token");
        caller.refresh(first).assertOk();
        clock.advance(Duration.ofMinutes(1));
        var second = login(PHARMACIST).assertOk().text("access_token");
        clock.advance(Duration.ofMillis(9_999));
        caller.userInfo(second).assertOk();

        clock.advance(Duration.ofMillis(1));

        assertEquals(401, caller.userInfo(second).status());
        assertEquals(List.of(1), done());
    }

    @Test
    void a_login_in_the_browser_counts_when_its_code_is_exchanged() throws Exception {
        playSteps("""
                  - what: { fault-userinfo: 503 }
                    when: { after-logins: 1 }
                """);
        var code = new BrowserLogin(simulator, caller).code();
        assertEquals(List.of(), done());

        var token = caller.post("token", BrowserLogin.exchange(code)).assertOk().text("access_token");

        assertEquals(503, caller.userInfo(token).status());
    }

    @Test
    void the_clock_may_make_another_step_due_and_the_earliest_comes_first() throws Exception {
        playSteps("""
                  - what: { drift: NEW_ACR }
                    when: { after: PT2H }
                  - what: { drift: RENAMED_HOST }
                    when: { after: PT1H }
                  - what: { advances-clock: PT4H }
                    when: { after: PT5S }
                """);
        var start = clock.instant();

        clock.advance(Duration.ofSeconds(5));
        caller.get(simulator.issuer());

        assertEquals(List.of(3, 2, 1), done());
        assertEquals(start.plusSeconds(5).plus(Duration.ofHours(4)), clock.instant());
        assertEquals("NEW_ACR", simulator.dials().get("drift"));
    }

    @Test
    void one_move_of_the_clock_does_each_step_at_its_time() {
        playSteps("""
                  - what: rotates-keys
                    when: { after: PT1H }
                  - what: ends-sessions
                    when: { after: PT1M }
                """);
        var start = clock.instant();

        clock.advance(Duration.ofHours(2));

        assertEquals(
                List.of(start.plusSeconds(60), start.plusSeconds(3_600)),
                told.stream().map(Applied::at).toList());
    }

    @Test
    void sessions_end_although_nobody_asks() throws Exception {
        playSteps("""
                  - what: ends-sessions
                    when: { after-logins: 1, after: PT10S }
                """);
        login(PHARMACIST).assertOk();

        clock.advance(Duration.ofSeconds(10));

        assertEquals("ends-sessions", told.element().what());
    }

    @Test
    void the_listener_and_the_control_api_are_told_what_was_done_and_when() throws Exception {
        playSteps("""
                  - what: rotates-keys
                    when: at-start
                  - who: 899999100011
                    what: { behaviour: REFUSES }
                    when: { after: PT1M }
                """);

        var document = caller.get(URI.create(simulator.control() + "/scenario")).json();

        assertEquals("T", document.get("title").asText());
        var steps = document.get("steps");
        assertEquals(1, steps.get(0).get("step").asInt());
        assertEquals("anybody", steps.get(0).get("who").asText());
        assertEquals("rotates-keys", steps.get(0).get("what").asText());
        assertEquals(clock.instant().toString(), steps.get(0).get("appliedAt").asText());
        assertEquals(PHARMACIST, steps.get(1).get("who").asText());
        assertEquals("behaviour: REFUSES", steps.get(1).get("what").asText());
        assertTrue(steps.get(1).path("appliedAt").isMissingNode());
        assertEquals(List.of(new Applied(1, "rotates-keys", clock.instant())), List.copyOf(told));
    }

    @Test
    void without_a_scenario_there_are_no_steps() throws Exception {
        simulator = PscSimulator.builder().client(Caller.registration()).start();

        var document = new Caller(simulator)
                .get(URI.create(simulator.control() + "/scenario"))
                .json();

        assertEquals("{\"steps\":[]}", document.toString());
    }

    @Test
    void the_clock_of_the_system_cannot_be_advanced() {
        var scenario = Scenario.read(
                new StringReader("version: 1\ntitle: T\nsteps: [{what: {advances-clock: PT1S}, when: at-start}]"));
        var builder = PscSimulator.builder().client(Caller.registration()).scenario(scenario);

        assertThrows(IllegalStateException.class, builder::start);
    }

    @Test
    void refused_on_the_phone() throws Exception {
        play(Scenario.scene("refused-on-the-phone"));

        login(PHARMACIST).assertRefused(400, "access_denied");
        clock.advance(Duration.ofMinutes(1));
        login(PHARMACIST).assertOk();
    }

    @Test
    void nobody_answers() throws Exception {
        play(Scenario.scene("nobody-answers"));

        login(PHARMACIST).assertRefused(400, "authorization_pending");
    }

    @Test
    void unknown_professional() throws Exception {
        play(Scenario.scene("unknown-professional"));

        caller.start(PHARMACIST).assertRefused(400, "unknown_user_id");
        login(MIDWIFE).assertOk();
    }

    @Test
    void unavailable_then_well() throws Exception {
        play(Scenario.scene("unavailable-then-well"));

        assertEquals(503, caller.start(PHARMACIST).status());
        assertEquals(503, caller.poll("anything").status());
        clock.advance(Duration.ofSeconds(30));
        login(PHARMACIST).assertOk();
    }

    @Test
    void session_ends_after_login() throws Exception {
        play(Scenario.scene("session-ends-after-login"));
        var token = login(PHARMACIST).assertOk().text("access_token");
        caller.userInfo(token).assertOk();

        clock.advance(Duration.ofMinutes(1));

        assertEquals(401, caller.userInfo(token).status());
    }

    @Test
    void blocked_card() {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        var readers = VirtualReaders.named("Desk");
        simulator = PscSimulator.builder()
                .client(Caller.registration())
                .clock(clock)
                .cardInHand(CardInHand.at(readers, "Desk", card))
                .scenario(Scenario.scene("blocked-card"))
                .start();

        assertTrue(simulator.cpsGestion().card().isInserted());
        assertEquals(0, card.triesLeft());
    }

    @Test
    void a_card_comes_and_goes_and_the_cockpit_tells_how_far_it_is() throws Exception {
        var readers = VirtualReaders.named("Desk");
        var hand = CardInHand.at(
                readers, "Desk", VirtualCard.cps3(Personas.PHARMACIST).build());
        simulator = PscSimulator.builder()
                .client(Caller.registration())
                .clock(clock)
                .cardInHand(hand)
                .scenario(Scenario.read(new StringReader("""
                        version: 1
                        title: In and out
                        steps: [{what: inserts-card, when: {after: PT1S}}, {what: removes-card, when: {after: PT2S}}]
                        """)))
                .start();
        caller = new Caller(simulator);

        clock.advance(Duration.ofSeconds(1));
        var page = caller.get(simulator.pages().resolve("/cockpit?lang=en"))
                .response()
                .body();
        assertTrue(hand.isInserted());
        assertTrue(page.contains("In and out · steps done: <strong>1</strong> / 2"), page);
        clock.advance(Duration.ofSeconds(1));
        caller.get(simulator.issuer());
        assertFalse(hand.isInserted());
    }

    @Test
    void a_scenario_with_a_card_needs_one() {
        var builder = PscSimulator.builder().client(Caller.registration()).scenario(Scenario.scene("blocked-card"));

        assertThrows(IllegalStateException.class, builder::start);
    }

    @ParameterizedTest
    @FieldSource("SCENES")
    void every_scene_has_a_title_and_a_test_of_its_name(String scene) throws Exception {
        assertTrue(Scenario.scene(scene).title().length() > 10);
        assertEquals(
                "void",
                ScenarioTest.class
                        .getDeclaredMethod(scene.replace('-', '_'))
                        .getReturnType()
                        .toString());
        assertThrows(IllegalArgumentException.class, () -> Scenario.scene(scene + ".yaml"));
    }

    @SimulatedPsc(clientId = Caller.ID, clientSecret = Caller.SECRET, scenario = "refusal.yaml")
    @Nested
    class OfTheClassPath {
        @Test
        void a_scenario_beside_the_class_is_played(PscSimulator psc, VirtualClock itsClock) throws Exception {
            var client = new Caller(psc);
            var refused = client.start(MIDWIFE).assertOk().text("auth_req_id");
            var accepted = client.start(PHARMACIST).assertOk().text("auth_req_id");
            itsClock.advance(Duration.ofSeconds(5));

            client.poll(refused).assertRefused(400, "access_denied");
            var key = Jwt.header(client.poll(accepted).assertOk().text("id_token"));

            var next = client.start(PHARMACIST).assertOk().text("auth_req_id");
            itsClock.advance(Duration.ofSeconds(5));
            assertNotEquals(key, Jwt.header(client.poll(next).assertOk().text("id_token")));
        }
    }

    @SimulatedPsc(clientId = Caller.ID, clientSecret = Caller.SECRET, scenario = "unknown-professional")
    @Nested
    class OfTheScenes {
        @Test
        void a_scene_is_played_by_its_name(PscSimulator psc) throws Exception {
            new Caller(psc).start(PHARMACIST).assertRefused(400, "unknown_user_id");
        }
    }
}
