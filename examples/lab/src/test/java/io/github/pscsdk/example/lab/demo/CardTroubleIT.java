package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Trouble with a card, and what the login ends with: plug-in's archive, engine, server half and CPS-Gestion, with readers in memory. The plug-in's own tests have
 * every trouble; here are those that differ in who must tell it to whom.
 */
class CardTroubleIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** Less than an authenticator has for its end. */
    private static final Duration PAST_THE_DEADLINE = TIMEOUT.plusMillis(500);

    private final ReaderAndCard readerAndCard = ReaderAndCard.set();
    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();
    private final VirtualClock clock = VirtualClock.standingAt(Clock.systemUTC().instant());
    private final List<LoginProgress> told = new CopyOnWriteArrayList<>();
    private DemoServers servers;
    private PscClient client;

    @BeforeEach
    void start() throws Exception {
        servers = DemoServers.start(PlayedServers.with(Optional.of(readerAndCard.played())));
        client = Fixtures.software(servers).clock(clock).build();
    }

    @AfterEach
    void stop() {
        client.close();
        servers.close();
        readerAndCard.close();
    }

    // Until the deadline nobody could be asked ----------------------------------------------------------------------

    @Test
    void with_a_patient_s_card_the_right_one_is_what_was_missing() {
        readerAndCard.reader().insert(VirtualCard.vitale());

        assertEquals("CPS-005", endAtTheDeadlineOnceToldOf("CPS-005"));
    }

    private static Predicate<LoginProgress> notice(String code) {
        return progress -> progress.notice()
                .filter(notice -> notice.problem().code().equals(code))
                .isPresent();
    }

    private String endAtTheDeadlineOnceToldOf(String code) {
        var login = begin(notice(code));
        clock.advance(PAST_THE_DEADLINE);
        return codeOf(login);
    }

    // The holder was asked -------------------------------------------------------------------------------------------

    @Test
    void three_wrong_codes_block_it() {
        readerAndCard.reader().insert(card);
        var login = beginAndAwaitTheQuestion();

        for (var i = 0; i < 3; i++) {
            enter("9999");
        }

        assertEquals("CPS-014", codeOf(login));
    }

    @Test
    void another_persons_card_confirms_nothing() {
        readerAndCard.reader().insert(card);
        var login = beginAndAwaitTheQuestion();

        readerAndCard
                .reader()
                .blink(VirtualCard.cps3(new NationalId("899999100029")).build());
        enter(VirtualCard.CODE);

        assertEquals("CPS-012", codeOf(login));
    }

    @Test
    void a_bank_card_in_its_place_says_more_than_silence() {
        readerAndCard.reader().insert(card);
        var login = beginAndAwaitTheQuestion();

        readerAndCard.reader().blink(VirtualCard.unknown());
        Await.until("nobody answered Pro Santé Connect", () -> expireAtProSanteConnect());

        assertEquals("CPS-006", codeOf(login));
    }

    private boolean expireAtProSanteConnect() {
        var simulator = servers.simulator();
        return simulator.pending().stream().anyMatch(asked -> simulator.settle(asked.id(), Outcome.EXPIRED));
    }

    private void enter(String code) {
        servers.simulator().cpsGestion().enterCode(code.toCharArray());
    }

    private CompletableFuture<?> beginAndAwaitTheQuestion() {
        return begin(progress -> progress.step() == Step.CONFIRM_ON_DEVICE);
    }

    /** Returns once that is told. */
    private CompletableFuture<?> begin(Predicate<LoginProgress> isTold) {
        var login =
                client.loginAsync(LoginRequest.using("cps").withTimeout(TIMEOUT).withProgress(told::add));
        Await.until("it is told", () -> told.stream().anyMatch(isTold));
        return login;
    }

    private static String codeOf(CompletableFuture<?> login) {
        return assertThrows(PscException.class, () -> Await.result("the login has ended", login))
                .problem()
                .code();
    }
}
