package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card's whole journey with the plug-in's archive and a reader in memory; {@link CardJourneyStackIT} has a real one. */
class CardJourneyIT {
    private static final NationalId OTHER = new NationalId("899999100029");

    private final ReaderAndCard readerAndCard = ReaderAndCard.set();
    private final CardInHand card = readerAndCard.card();
    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
    private DemoServers servers;
    private PscClient client;

    @BeforeEach
    void start() throws Exception {
        servers = DemoServers.start(PlayedServers.with(Optional.of(readerAndCard.played())));
        client = Fixtures.software(servers).build();
    }

    @AfterEach
    void stop() {
        client.close();
        servers.close();
        readerAndCard.close();
    }

    private AuthenticationSession login(CardRemoval policy) throws Exception {
        var waitsForCard = new CountDownLatch(1);
        var waitsForCode = new CountDownLatch(1);
        var login = client.loginAsync(
                LoginRequest.using("cps").withCardRemoval(policy).withProgress(progress -> {
                    if (progress.step() == Step.WAITING_FOR_DEVICE) {
                        waitsForCard.countDown();
                    } else if (progress.step() == Step.CONFIRM_ON_DEVICE) {
                        waitsForCode.countDown();
                    }
                }));
        Await.latch("the card is asked for", waitsForCard);
        assertTrue(card.insert());
        Await.latch("the code is asked for", waitsForCode);
        var code = VirtualCard.CODE.toCharArray();
        assertEquals("APPROVED", servers.simulator().cpsGestion().enterCode(code));
        var session = Await.result("the login has ended", login);
        session.onStateChange(states::add);
        return session;
    }

    private void assertNext(State expected) throws InterruptedException {
        assertEquals(expected, states.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void the_holder_is_logged_in_locked_without_the_card_and_unlocked_with_it() throws Exception {
        var session = login(CardRemoval.LOCK);
        assertEquals(Personas.PHARMACIST, session.professional().nationalId());

        card.remove();
        assertNext(State.LOCKED);
        assertTrue(card.insert());
        assertNext(State.ACTIVE);

        session.signOut();
    }

    @Test
    void whoever_wants_it_is_signed_out_when_the_card_leaves() throws Exception {
        login(CardRemoval.SIGN_OUT);
        var logouts = servers.simulator().count(Endpoint.LOGOUT);

        card.remove();

        assertNext(State.ENDED);
        Await.until("Pro Santé Connect was told", () -> servers.simulator().count(Endpoint.LOGOUT) == logouts + 1);
    }

    @Test
    void another_persons_card_unlocks_nothing() throws Exception {
        var session = login(CardRemoval.LOCK);
        card.remove();
        assertNext(State.LOCKED);
        var isRead = new CountDownLatch(1);
        var other = VirtualCard.cps3(OTHER).build().onEach((whole, command) -> {
            isRead.countDown();
            return whole.transmit(command);
        });

        readerAndCard.reader().insert(other);
        Await.latch("the other card was read", isRead);
        readerAndCard.reader().remove();
        assertTrue(card.insert());

        assertNext(State.ACTIVE);
        assertNull(states.poll(), "locked all the while");
        session.signOut();
    }
}
