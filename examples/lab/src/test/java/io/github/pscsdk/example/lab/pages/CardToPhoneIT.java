package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.demo.PlayedServers;
import io.github.pscsdk.example.lab.demo.ReaderAndCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.persona.Personas;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pharmacist who logged in by card in the morning finds the reader gone at noon. */
@InChromium
class CardToPhoneIT {
    private static final int PATIENCE_SECONDS = 60;
    private static final LoginRequest REQUEST = LoginRequest.using("cps", "ecps", "browser");

    private final ReaderAndCard readerAndCard = ReaderAndCard.set();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private PlayedServers servers;
    private PscClient software;
    private Person person;

    @BeforeEach
    void logInByCardThenUnplugTheReader(Browser browser) throws Exception {
        servers = PlayedServers.start(readerAndCard.played());
        software = servers.software().browser(opened::add).build();
        person = new Person(browser, servers.pages());
        assertTrue(readerAndCard.card().insert());
        var byCard = software.loginAsync(REQUEST);
        Person.typeCode(person.reader(), VirtualCard.CODE);
        outcome(byCard).signOut();
        readerAndCard.reader().unplug();
    }

    @AfterEach
    void stop() {
        software.close();
        servers.close();
        readerAndCard.close();
    }

    private CompletableFuture<AuthenticationSession> loginAgain() {
        return software.loginAsync(REQUEST.withProgress(this::show).withDialog(new Agreeing()));
    }

    private void show(LoginProgress progress) {
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

    private static AuthenticationSession outcome(CompletableFuture<AuthenticationSession> login) throws Exception {
        return login.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void the_phone_of_the_last_cards_holder_is_asked_and_why_is_told() throws Exception {
        var login = loginAgain();
        person.phone().find(BUTTON, "Confirmer").press();

        var session = outcome(login);

        assertEquals(Personas.PHARMACIST, session.professional().nationalId());
        assertEquals(
                List.of("left for CPS-002", "suggested " + Personas.PHARMACIST.value(), "CONFIRM_ON_DEVICE"), told);
        session.signOut();
    }

    @Test
    void refused_on_that_phone_it_ends_and_no_browser_opens() {
        var login = loginAgain();
        person.phone().find(BUTTON, "Refuser").press();

        var failure = assertThrows(ExecutionException.class, () -> outcome(login));

        assertEquals(LoginProblem.REFUSED, ((PscException) failure.getCause()).problem());
        assertEquals(List.of(), opened);
    }

    /** Takes the suggestion. */
    private final class Agreeing implements LoginDialog {
        @Override
        public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
            told.add("suggested " + question.suggested().orElseThrow().value());
            return question.suggested()
                    .map(holder -> NationalIdAnswer.of(holder).withRemember(true));
        }
    }
}
