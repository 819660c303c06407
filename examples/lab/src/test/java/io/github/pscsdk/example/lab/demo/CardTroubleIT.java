package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.card.CardFault;
import io.github.pscsdk.testkit.card.CommandPattern;
import io.github.pscsdk.testkit.card.FaultyCard;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.CpsGestion;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trouble with a card, and what the login ends with: plug-in's archive, engine, server half and CPS-Gestion, with readers in memory. */
class CardTroubleIT {
    private static final int PATIENCE_SECONDS = 60;
    private static final String WRONG_CODE = "9999";

    private final ReaderAndCard readerAndCard = ReaderAndCard.set();
    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();
    private DemoServers servers;
    private PscClient client;

    @BeforeEach
    void start() throws Exception {
        servers = DemoServers.start(PlayedServers.SETTINGS.withCard(readerAndCard.played()));
        client = Fixtures.software(servers).build();
    }

    @AfterEach
    void stop() {
        client.close();
        servers.close();
        readerAndCard.close();
    }

    // Until the deadline nobody could be asked ----------------------------------------------------------------------

    static Stream<Arguments> cards() {
        var own = VirtualCard.cps3(Personas.PHARMACIST).build();
        return Stream.of(
                Arguments.of("6982 to everything", failing(own, 0x6982), "CPS-009"),
                Arguments.of("6A82 to everything", failing(own, 0x6A82), "CPS-009"),
                Arguments.of(
                        "pulled for good while it is read",
                        FaultyCard.of(own).with(CommandPattern.any().nth(3), CardFault.removal(1)),
                        "CPS-008"),
                Arguments.of("a patient's card", VirtualCard.vitale(), "CPS-005"));
    }

    private static SmartCard failing(SmartCard card, int status) {
        return FaultyCard.of(card).with(CommandPattern.any(), CardFault.status(status));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cards")
    void a_login_that_could_ask_nobody_ends_with_the_trouble_with_the_card(
            String what, SmartCard inserted, String code) {
        readerAndCard.reader().insert(inserted);

        assertEquals(code, endOf(LoginRequest.using("cps").withTimeout(Duration.ofSeconds(3))));
    }

    @Test
    void without_a_card_the_card_is_what_was_missing() {
        assertEquals("CPS-003", endOf(LoginRequest.using("cps").withTimeout(Duration.ofSeconds(2))));
    }

    private String endOf(LoginRequest request) {
        return assertThrows(PscException.class, () -> client.login(request))
                .problem()
                .code();
    }

    // The holder was asked -------------------------------------------------------------------------------------------

    @Test
    void one_stray_6f00_costs_nothing() throws Exception {
        readerAndCard
                .reader()
                .insert(FaultyCard.of(card)
                        .with(CommandPattern.instruction(0xB0).nth(2), CardFault.status(0x6F00)));

        var session =
                login(Duration.ofMinutes(1), () -> enter(VirtualCard.CODE)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertEquals(Personas.PHARMACIST, session.professional().nationalId());
        session.signOut();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("three wrong codes", answer(trouble -> trouble.wrongCodes(3)), "CPS-014"),
                Arguments.of("two wrong codes and a refusal", answer(trouble -> trouble.refuseAfter(2)), "CPS-023"),
                Arguments.of("one wrong code and a refusal", answer(trouble -> trouble.refuseAfter(1)), "CPS-022"),
                Arguments.of("a refusal", answer(trouble -> trouble.refuseAfter(0)), "PSC-001"),
                Arguments.of("another person's card", answer(CardTroubleIT::otherCard), "CPS-012"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("answers")
    void a_login_that_was_not_confirmed_ends_with_the_trouble_with_the_card(String what, Answer answer, String code)
            throws Exception {
        assertEquals(code, endOfAsking(Duration.ofSeconds(15), answer));
    }

    /** It may come back, until the deadline. */
    @Test
    void pulled_for_good_while_its_holder_is_asked_the_card_is_the_trouble() throws Exception {
        assertEquals(
                "CPS-008",
                endOfAsking(
                        Duration.ofSeconds(5),
                        trouble -> trouble.readerAndCard.reader().remove()));
    }

    private String endOfAsking(Duration timeout, Answer answer) throws Exception {
        readerAndCard.reader().insert(card);

        var login = login(timeout, () -> answer.give(this));

        var failure = assertThrows(ExecutionException.class, () -> login.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return ((PscException) failure.getCause()).problem().code();
    }

    @FunctionalInterface
    private interface Answer {
        void give(CardTroubleIT trouble);
    }

    private static Answer answer(Answer answer) {
        return answer;
    }

    private void wrongCodes(int count) {
        for (var i = 0; i < count; i++) {
            enter(WRONG_CODE);
        }
    }

    private void refuseAfter(int wrongCodes) {
        wrongCodes(wrongCodes);
        gestion().refuse();
    }

    private void otherCard() {
        readerAndCard
                .reader()
                .blink(VirtualCard.cps3(new NationalId("899999100029")).build());
        enter(VirtualCard.CODE);
    }

    private void enter(String code) {
        gestion().enterCode(code.toCharArray());
    }

    private CpsGestion gestion() {
        return servers.simulator().cpsGestion();
    }

    private CompletableFuture<AuthenticationSession> login(Duration timeout, Runnable whenAsked) throws Exception {
        var asked = new CountDownLatch(1);
        var login =
                client.loginAsync(LoginRequest.using("cps").withTimeout(timeout).withProgress(progress -> {
                    if (progress.step() == Step.CONFIRM_ON_DEVICE) {
                        asked.countDown();
                    }
                }));
        assertTrue(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        whenAsked.run();
        return login;
    }
}
