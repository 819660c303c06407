package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration.Login;
import io.github.pscsdk.example.desktop.config.LoginOption;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Choice;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Remark;
import io.github.pscsdk.example.desktop.model.LoginQuestion.TextInput;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoginModelTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<LoginOption> CONFIGURED = List.of(
            LoginOption.of("stub"),
            LoginOption.of("cps>ecps"),
            LoginOption.of("ecps/browser"),
            LoginOption.of("badge"));

    private final ScriptedClient client = new ScriptedClient("cps", "ecps", "stub");
    private final List<AuthenticationSession> entered = new ArrayList<>();
    private final LoginModel model = new LoginModel(
            client,
            new Login(CONFIGURED, Duration.ofSeconds(90), CardRemoval.SIGN_OUT),
            Clock.fixed(NINE, ZoneOffset.UTC),
            new ModelThreads(Runnable::run, Runnable::run),
            entered::add);

    private void tells(LoginProgress.Step step, Optional<Diagnostic> notice) {
        client.request()
                .progress()
                .accept(new LoginProgress(
                        step,
                        Optional.empty(),
                        Optional.of(new BindingMessage("07")),
                        notice,
                        NINE.plusSeconds(42),
                        Optional.empty()));
    }

    private void starts() {
        model.start(model.choices().get(1));
    }

    private RunningLogin running() {
        return model.running().orElseThrow();
    }

    private static void assertIsChosenAnew(LoginModel model) {
        assertEquals(Optional.empty(), model.running());
        assertEquals(Optional.empty(), model.failure());
        assertEquals(List.of(), model.notices());
    }

    private static ScriptedSession session() {
        return new ScriptedSession(People.pharmacist(), NINE.plusSeconds(3600));
    }

    @Test
    void what_is_loaded_is_offered_in_the_order_of_the_configuration() {
        var ids = model.choices().stream().map(LoginOption::authenticators).toList();

        assertEquals(List.of(List.of("stub"), List.of("cps", "ecps"), List.of("ecps")), ids);
        assertEquals(Optional.of(WayIn.BROWSER), model.choices().get(2).way());
    }

    @Test
    void an_authenticator_that_is_not_loaded_is_left_out_of_its_means() {
        var few = new LoginModel(
                new ScriptedClient("ecps"),
                new Login(CONFIGURED, Duration.ofSeconds(90), CardRemoval.LOCK),
                Clock.systemUTC(),
                new ModelThreads(Runnable::run, Runnable::run),
                entered::add);

        assertEquals(List.of("ecps"), few.choices().get(0).authenticators());
        assertEquals(2, few.choices().size());
    }

    @Test
    void the_request_is_as_the_configuration_wants_it() {
        starts();

        assertEquals(List.of("cps", "ecps"), client.request().authenticatorIds());
        assertEquals(Duration.ofSeconds(90), client.request().timeout());
        assertEquals(CardRemoval.SIGN_OUT, client.request().cardRemoval());
    }

    @Test
    void step_digits_and_seconds_are_shown() {
        starts();
        assertEquals(Optional.empty(), model.secondsLeft());

        tells(LoginProgress.Step.CONFIRM_ON_DEVICE, Optional.empty());

        assertEquals(
                "07",
                running()
                        .progress()
                        .flatMap(LoginProgress::bindingMessage)
                        .orElseThrow()
                        .digits());
        assertEquals(
                Optional.of(LoginProgress.Step.CONFIRM_ON_DEVICE),
                running().progress().map(LoginProgress::step));
        assertEquals(Optional.of(42L), model.secondsLeft());
    }

    @Test
    void notices_stay_while_the_login_goes_on_and_when_it_fails() {
        var movedOn = Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING);
        starts();
        tells(LoginProgress.Step.WAITING_FOR_DEVICE, Optional.of(movedOn));
        tells(LoginProgress.Step.CONFIRM_ON_DEVICE, Optional.empty());
        assertEquals(List.of(movedOn), running().notices());

        client.login().completeExceptionally(new PscException(LoginProblem.REFUSED, "refused"));

        assertEquals(Optional.empty(), model.running());
        assertEquals(Optional.of(LoginProblem.REFUSED), model.failure());
        assertEquals(List.of(movedOn), model.notices());
    }

    @Test
    void cancel_gives_the_window_back_at_once_and_stops_the_sdk() {
        starts();

        model.cancel();

        assertIsChosenAnew(model);
        assertTrue(client.login().isCancelled());
    }

    @Test
    void a_late_word_of_a_cancelled_login_changes_nothing() {
        starts();
        var late = client.request();
        model.cancel();
        starts();

        late.progress().accept(LoginProgress.of(LoginProgress.Step.VERIFYING, NINE.plusSeconds(1)));

        assertEquals(Optional.empty(), running().progress());
    }

    @Test
    void a_session_that_comes_after_cancel_is_signed_out() {
        var window = new ArrayDeque<Runnable>();
        var slow = new LoginModel(
                client,
                new Login(CONFIGURED, Duration.ofSeconds(90), CardRemoval.LOCK),
                Clock.systemUTC(),
                new ModelThreads(window::add, Runnable::run),
                entered::add);
        var session = session();
        slow.start(slow.choices().get(0));
        client.login().complete(session);

        slow.cancel();
        while (!window.isEmpty()) {
            window.remove().run();
        }

        assertEquals(1, session.signOuts());
        assertEquals(List.of(), entered);
        assertIsChosenAnew(slow);
    }

    @Test
    void the_session_is_handed_on() {
        var session = session();
        starts();

        client.login().complete(session);

        assertEquals(List.of(session), entered);
        assertIsChosenAnew(model);
    }

    @Test
    void an_unknown_failure_is_told_too() {
        starts();

        client.login().completeExceptionally(new IllegalStateException("a defect"));

        assertEquals(Optional.of(PluginProblem.PLUGIN_FAILED), model.failure());
    }

    @Test
    void the_identifier_is_asked_for_and_the_login_waits_for_it() throws Exception {
        starts();
        var answer = asks(dialog -> dialog.holderOf("card"));

        var input = awaited(TextInput.class);
        assertFalse(input.accepts().test("8999991000"));
        input.give().accept("899999100011", true);

        var given = new NationalIdAnswer(new NationalId("899999100011"), true);
        assertEquals(Optional.of(given), answer.get(10, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), running().question());
    }

    @Test
    void of_the_last_holder_the_last_digits_alone_are_shown() throws Exception {
        starts();
        var last = new NationalId("899999100011");
        var answer = asks(dialog -> dialog.whoLogsIn(Optional.of(last)));

        var choice = awaited(Choice.class);
        var words = choice.words().in(MainWindow.texts(Language.ENGLISH));
        assertTrue(words.endsWith(" 0011"), words);
        assertFalse(words.contains("899999100011"), words);
        choice.give().run();

        assertEquals(Optional.of(last), answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void the_code_of_the_page_is_asked_for_and_the_login_waits_for_it() throws Exception {
        starts();
        var answer = asks(dialog -> dialog.browserCode(2, true));

        var again = awaited(Remark.class).words().in(MainWindow.texts(Language.ENGLISH));
        assertTrue(again.contains("2 tries left"), again);
        awaited(TextInput.class).give().accept("123 456", false);

        assertEquals(Optional.of("123 456"), answer.get(10, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), running().question());
    }

    private interface Asking<T> {
        Optional<T> ask(LoginDialog dialog) throws InterruptedException;
    }

    /** Asks on a thread of its own, as a login does. */
    private <T> CompletableFuture<Optional<T>> asks(Asking<T> asking) {
        var dialog = client.request().dialog();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return asking.ask(dialog);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void what_a_plug_in_asks_is_asked_and_the_login_waits_for_it() throws Exception {
        starts();
        var red = BilingualLine.of("Rouge", "Red");
        var colours = List.of(red, BilingualLine.of("Vert", "Green"));

        var code = asks(dialog -> dialog.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6)));
        awaited(TextInput.class).give().accept("123456", false);
        assertEquals("123456", new String(code.get(10, TimeUnit.SECONDS).orElseThrow()));

        var colour = asks(dialog -> dialog.choice(BilingualLine.of("Couleur", "Colour"), colours));
        awaited(Choice.class).give().run();
        assertEquals(Optional.of(red), colour.get(10, TimeUnit.SECONDS));

        var agreed = asks(dialog -> dialog.yesOrNo(BilingualLine.of("D’accord", "Agreed")));
        awaited(Choice.class).give().run();
        assertEquals(Optional.of(true), agreed.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_picture_is_shown_until_it_is_taken_away() throws Exception {
        starts();
        var picture = ShownPicture.qrCode(BilingualLine.of("Scannez", "Scan"), "badge:1");

        assertTrue(client.request().dialog().showPicture(picture));
        assertEquals(Optional.of(picture), running().picture());

        client.request().dialog().hidePicture();
        assertEquals(Optional.empty(), running().picture());
    }

    @Test
    void where_no_browser_opens_the_address_is_shown_and_not_printed() throws Exception {
        starts();

        assertTrue(client.request().dialog().browserPage(URI.create("https://wallet.example/auth?state=s-1")));

        assertEquals(
                Optional.of(URI.create("https://wallet.example/auth?state=s-1")),
                running().page());
        assertTrue(!running().toString().contains("s-1"), running()::toString);
    }

    /** The first part of that type of the question that is asked. */
    private <P extends LoginQuestion.Part> P awaited(Class<P> type) {
        LoginQuestion<?> question =
                Await.value("a question is asked", () -> running().question());
        return question.parts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void several_cards_are_offered_and_a_cancelled_login_waits_for_no_answer() throws Exception {
        starts();
        var dialog = client.request().dialog();
        var cards = List.of(CardChoice.of("one"), CardChoice.of("two").withHolder("Pauline ESSAI"));
        var waiting = new Thread(() -> {
            try {
                dialog.card(cards);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        assertEquals("card.one", awaited(Choice.class).name());

        model.cancel();
        waiting.interrupt();
        waiting.join(10_000);

        assertTrue(!waiting.isAlive());
        assertIsChosenAnew(model);
    }

    @Test
    void what_was_chosen_is_preferred_the_next_time() {
        assertEquals(model.choices().get(0), model.preferred().orElseThrow());
        starts();
        model.cancel();

        assertEquals(model.choices().get(1), model.preferred().orElseThrow());
    }
}
