package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
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
import io.github.pscsdk.loginui.LoginQuestion.Choice;
import io.github.pscsdk.loginui.LoginQuestion.Remark;
import io.github.pscsdk.loginui.LoginQuestion.TextInput;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginModelTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private final ScriptedClient client = new ScriptedClient("cps", "ecps", "stub");
    private final List<AuthenticationSession> entered = new ArrayList<>();
    private final AtomicInteger signOuts = new AtomicInteger();
    private final LoginModel model = new LoginModel(client, Runnable::run, () -> {}, entered::add);

    @BeforeEach
    void offer() {
        model.offer(List.of(
                LoginRequest.using("stub"),
                LoginRequest.using("cps", "badge", "ecps")
                        .withTimeout(Duration.ofSeconds(90))
                        .withCardRemoval(CardRemoval.SIGN_OUT)
                        .withNationalId(new NationalId("899999100011"))
                        .requiring(Means.CARD),
                LoginRequest.using("ecps").withWayIn(WayIn.BROWSER),
                LoginRequest.using("ecps", "badge").withWayIn(WayIn.BROWSER),
                LoginRequest.using("badge")));
    }

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
        assertEquals(Optional.empty(), model.problem());
        assertEquals(List.of(), model.notices());
    }

    private static List<String> names(LoginModel model) {
        return model.choices().stream().map(LoginChoice::name).toList();
    }

    @Test
    void what_is_loaded_is_offered_in_the_order_of_the_host_and_once() {
        assertEquals(List.of("means.stub", "means.cps.ecps", "means.ecps.browser"), names(model));
        var words = model.choices().stream()
                .map(choice -> choice.words(LoginPanel.texts(Language.ENGLISH)))
                .toList();
        assertEquals(List.of("stub en", "cps en, else ecps en", "Browser: the login page of Pro Santé Connect"), words);
    }

    @Test
    void unless_told_otherwise_everything_that_is_loaded_is_offered() {
        var plain = new LoginModel(client, Runnable::run, () -> {}, entered::add);

        assertEquals(List.of("means.cps", "means.ecps", "means.stub"), names(plain));
    }

    @Test
    void the_request_is_as_the_host_wants_it_of_what_is_loaded() {
        starts();

        assertEquals(List.of("cps", "ecps"), client.request().authenticatorIds());
        assertEquals(Duration.ofSeconds(90), client.request().timeout());
        assertEquals(CardRemoval.SIGN_OUT, client.request().cardRemoval());
        assertEquals(
                Optional.of(new NationalId("899999100011")), client.request().nationalId());
        assertEquals(Optional.of(Means.CARD), client.request().requiredMeans());
        model.start(model.choices().get(2));
        assertEquals(Optional.of(WayIn.BROWSER), client.request().wayIn());
    }

    @Test
    void step_digits_and_seconds_are_shown() {
        starts();
        assertEquals(Optional.empty(), model.secondsLeft(NINE));

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
        assertEquals(Optional.of(42L), model.secondsLeft(NINE));
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
        assertEquals(Optional.of(LoginProblem.REFUSED), model.problem());
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
        var slow = new LoginModel(client, window::add, () -> {}, entered::add);
        slow.start(slow.choices().get(0));
        client.login().complete(ScriptedClient.session(signOuts));

        slow.cancel();
        while (!window.isEmpty()) {
            window.remove().run();
        }

        Await.until("the late session is signed out", () -> signOuts.get() == 1);
        assertEquals(List.of(), entered);
        assertIsChosenAnew(slow);
    }

    @Test
    void the_session_is_handed_on() {
        var session = ScriptedClient.session(signOuts);
        starts();

        client.login().complete(session);

        assertEquals(List.of(session), entered);
        assertIsChosenAnew(model);
    }

    @Test
    void an_unknown_failure_is_told_too() {
        starts();

        client.login().completeExceptionally(new IllegalStateException("a defect"));

        assertEquals(Optional.of(PluginProblem.PLUGIN_FAILED), model.problem());
    }

    @Test
    void a_login_that_its_client_cancelled_leads_back_to_the_choice() {
        starts();

        client.login().cancel(true);

        assertIsChosenAnew(model);
    }

    @Test
    void the_identifier_is_asked_for_and_the_login_waits_for_it() throws Exception {
        starts();
        var answer = client.asks(dialog -> dialog.holderOf("card"));

        var input = awaited(TextInput.class);
        assertFalse(input.accepts().test("8999991000"));
        input.give().accept("899999100011", true);

        var given = new NationalIdAnswer(new NationalId("899999100011"), true);
        assertEquals(Optional.of(given), Await.result("the answer", answer));
        assertEquals(Optional.empty(), running().question());
    }

    @Test
    void of_the_last_holder_the_last_digits_alone_are_shown() throws Exception {
        starts();
        var last = new NationalId("899999100011");
        var answer = client.asks(dialog -> dialog.whoLogsIn(Optional.of(last)));

        var choice = awaited(Choice.class);
        var words = choice.words().in(LoginPanel.texts(Language.ENGLISH));
        assertTrue(words.endsWith(" 0011"), words);
        assertFalse(words.contains("899999100011"), words);
        choice.give().run();

        assertEquals(Optional.of(last), Await.result("the answer", answer));
    }

    @Test
    void the_code_of_the_page_is_asked_for_and_the_login_waits_for_it() throws Exception {
        starts();
        var answer = client.asks(dialog -> dialog.browserCode(2, true));

        var again = awaited(Remark.class).words().in(LoginPanel.texts(Language.ENGLISH));
        assertTrue(again.contains("2 tries left"), again);
        awaited(TextInput.class).give().accept("123 456", false);

        assertEquals(Optional.of("123 456"), Await.result("the answer", answer));
        assertEquals(Optional.empty(), running().question());
    }

    @Test
    void what_a_plug_in_asks_is_asked_and_the_login_waits_for_it() throws Exception {
        starts();
        var red = BilingualLine.of("Rouge", "Red");
        var colours = List.of(red, BilingualLine.of("Vert", "Green"));

        var code = client.asks(
                dialog -> dialog.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6)));
        awaited(TextInput.class).give().accept("123456", false);
        assertEquals("123456", new String(Await.result("the answer", code).orElseThrow()));

        var colour = client.asks(dialog -> dialog.choice(BilingualLine.of("Couleur", "Colour"), colours));
        awaited(Choice.class).give().run();
        assertEquals(Optional.of(red), Await.result("the answer", colour));

        var agreed = client.asks(dialog -> dialog.yesOrNo(BilingualLine.of("D’accord", "Agreed")));
        awaited(Choice.class).give().run();
        assertEquals(Optional.of(true), Await.result("the answer", agreed));
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
        Await.end("nobody is asked for a card any more", waiting);

        assertIsChosenAnew(model);
    }

    @Test
    void what_was_chosen_is_preferred_the_next_time() {
        assertEquals(Optional.of("means.stub"), model.preferred().map(LoginChoice::name));
        starts();
        model.cancel();

        assertEquals(Optional.of("means.cps.ecps"), model.preferred().map(LoginChoice::name));
    }

    @Test
    void why_nobody_is_logged_in_any_more_is_told_until_a_login_begins() {
        model.tell(LoginProblem.SESSION_ENDED);
        model.cancel();
        assertEquals(Optional.of(LoginProblem.SESSION_ENDED), model.problem());

        starts();

        assertEquals(Optional.empty(), model.problem());
    }
}
