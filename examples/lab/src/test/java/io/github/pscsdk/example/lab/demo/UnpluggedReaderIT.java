package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.card.CardKind;
import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.CpsGestion;
import io.github.pscsdk.testkit.simulator.PendingRequest;
import io.github.pscsdk.testkit.simulator.PendingRequest.Outcome;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Card, phone and browser in one request, with the archives of both plug-ins: the reader goes, the phone takes over. */
class UnpluggedReaderIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String READER = "Desk";
    /** Confirms when a test does: nobody is at the devices. */
    private static final NationalId HOLDER = Personas.PHARMACIST;

    private static final LoginRequest ANY_WAY = LoginRequest.using("cps", "ecps", "browser");

    private final VirtualReaders readers = VirtualReaders.named(READER).install();
    private final CardInHand card =
            CardInHand.at(readers, READER, VirtualCard.cps3(HOLDER).build());
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private DemoServers servers;
    private PscClient client;

    @BeforeEach
    void log_in_by_card_and_unplug_the_reader() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        servers = DemoServers.start(
                new DemoSettings(DemoPorts.FREE, Duration.ofSeconds(1), List.of(), false, true, TlsChoice.NONE)
                        .withCard(new SimulatedCard(CardKind.CPS3, HOLDER, card)));
        client = PscClientBuilder.forServerHalf(servers.proxy())
                .clientId(DemoServers.CLIENT)
                .applicationToken(servers.revealApplicationToken())
                .pluginDirectory(CommandRun.PLUGINS)
                .browser(opened::add)
                .build();
        assertTrue(card.insert());
        var asked = new CountDownLatch(1);
        var byCard = client.loginAsync(ANY_WAY.withProgress(progress -> {
            if (progress.step() == Step.CONFIRM_ON_DEVICE) {
                asked.countDown();
            }
        }));
        Await.latch("the card asks for its code", asked);
        assertEquals(
                CpsGestion.Outcome.APPROVED,
                servers.simulator().cpsGestion().enterCode(VirtualCard.CODE.toCharArray()));
        Await.result("the login by card has ended", byCard).signOut();
        readers.reader(READER).unplug();
    }

    @AfterEach
    void stop() {
        client.close();
        servers.close();
        readers.close();
        System.clearProperty(TERMINALS);
    }

    @Test
    void the_phone_of_the_last_card_s_holder_rings_and_nobody_is_asked_who_that_is() throws Exception {
        var login = begin();

        assertTrue(servers.simulator().settle(ringing().id(), Outcome.APPROVED));

        var session = Await.result("the login has ended", login);
        assertEquals(HOLDER, session.professional().nationalId());
        assertEquals(Optional.of(Means.MOBILE), session.means());
        assertEquals(List.of("CPS-002"), reasons);
        session.signOut();
    }

    @Test
    void refused_on_the_phone_it_ends_and_no_browser_opens() throws Exception {
        var login = begin();

        assertTrue(servers.simulator().settle(ringing().id(), Outcome.REFUSED));

        var failure = assertThrows(PscException.class, () -> Await.result("the login has ended", login));
        assertEquals(LoginProblem.REFUSED, failure.problem());
        assertEquals(List.of(), opened);
    }

    private CompletableFuture<AuthenticationSession> begin() {
        return client.loginAsync(ANY_WAY.withProgress(progress -> {
            if (progress.step() == Step.TRYING_NEXT_WAY) {
                reasons.add(progress.notice().orElseThrow().problem().code());
            }
        }));
    }

    private PendingRequest ringing() {
        var ringing = Await.value(
                "the phone rings",
                () -> servers.simulator().pending().stream()
                        .filter(request -> request.channel() == Channel.MOBILE)
                        .findFirst());
        assertEquals(HOLDER, ringing.nationalId());
        return ringing;
    }
}
