package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pharmacist who logged in by card in the morning finds the reader gone at noon: card, phone and browser in one request, with the archives of both plug-ins. */
class UnpluggedReaderIT {
    /** Confirms when a test does: nobody is at the devices. */
    private static final NationalId HOLDER = Personas.PHARMACIST;

    private static final LoginRequest ANY_WAY = LoginRequest.using("cps", "ecps", "browser");

    private final ReaderAndCard readerAndCard = ReaderAndCard.set();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private DemoServers servers;
    private PscClient client;

    @BeforeEach
    void log_in_by_card_and_unplug_the_reader() throws Exception {
        servers = DemoServers.start(PlayedServers.with(Optional.of(readerAndCard.played())));
        client = Fixtures.software(servers).browser(opened::add).build();
        assertTrue(readerAndCard.card().insert());
        var asked = new CountDownLatch(1);
        var byCard = client.loginAsync(ANY_WAY.withProgress(progress -> {
            if (progress.step() == Step.CONFIRM_ON_DEVICE) {
                asked.countDown();
            }
        }));
        Await.latch("the card asks for its code", asked);
        assertEquals("APPROVED", servers.simulator().cpsGestion().enterCode(VirtualCard.CODE.toCharArray()));
        Await.result("the login by card has ended", byCard).signOut();
        readerAndCard.reader().unplug();
    }

    @AfterEach
    void stop() {
        client.close();
        servers.close();
        readerAndCard.close();
    }

    @Test
    void the_phone_of_the_last_card_s_holder_rings_once_the_person_agrees_and_why_is_told() throws Exception {
        var login = begin(ANY_WAY.withDialog(new Agreeing()));

        assertTrue(servers.simulator().settle(ringing().id(), Outcome.APPROVED));

        var session = Await.result("the login has ended", login);
        assertEquals(HOLDER, session.professional().nationalId());
        assertEquals(Optional.of(Means.MOBILE), session.means());
        assertEquals(List.of("left for CPS-002", "suggested " + HOLDER.value(), "CONFIRM_ON_DEVICE"), told);
        assertEquals(List.of(), opened);
        session.signOut();
    }

    private CompletableFuture<AuthenticationSession> begin(LoginRequest request) {
        return client.loginAsync(request.withProgress(this::note));
    }

    private void note(LoginProgress progress) {
        switch (progress.step()) {
            case TRYING_NEXT_WAY ->
                told.add("left for " + progress.notice().orElseThrow().problem().code());
            case CONFIRM_ON_DEVICE, CONTINUE_IN_BROWSER ->
                told.add(progress.step().name());
            default -> {
                // Comes with every way.
            }
        }
    }

    private PendingRequest ringing() {
        var ringing = Await.value(
                "the phone rings",
                () -> servers.simulator().pending().stream()
                        .filter(request -> request.channel().equals(Means.MOBILE))
                        .findFirst());
        assertEquals(HOLDER, ringing.nationalId());
        return ringing;
    }

    /** Takes the suggestion. */
    private final class Agreeing implements LoginDialog {
        @Override
        public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) {
            told.add("suggested " + suggested.orElseThrow().value());
            return suggested;
        }
    }
}
