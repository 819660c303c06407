package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.testkit.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

/** Looked at without a display: no window is opened. */
class LoginPanelTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final ScriptedClient client = new ScriptedClient("badge", "ecps");
    private final List<AuthenticationSession> entered = new ArrayList<>();
    private final List<Problem> helped = new ArrayList<>();

    /** The panel changes when a test takes its work from here. */
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    private final LoginPanel panel = new LoginPanel(client, window::add, entered::add)
            .inLanguage(Locale.UK)
            .withClock(Clock.fixed(NINE, ZoneOffset.UTC));

    private void starts() {
        in(JButton.class, "login.start").doClick(0);
    }

    private void changes() throws InterruptedException {
        window.take().run();
    }

    private <T> CompletableFuture<Optional<T>> asks(ScriptedClient.Asking<T> asking) throws InterruptedException {
        starts();
        var answer = client.asks(asking);
        changes();
        return answer;
    }

    private void tells(LoginProgress progress) throws InterruptedException {
        client.request().progress().accept(progress);
        changes();
    }

    private String words(String name) {
        return in(JTextArea.class, name).getText();
    }

    private boolean isThere(String name) {
        return all(panel).anyMatch(component -> name.equals(component.getName()));
    }

    private <T> T in(Class<T> type, String name) {
        return all(panel)
                .filter(component -> name.equals(component.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Container panel) {
        return Arrays.stream(panel.getComponents())
                .flatMap(component -> component instanceof Container inner
                        ? Stream.concat(Stream.of(component), all(inner))
                        : Stream.of(component));
    }

    @Test
    void a_choice_has_a_button_for_each_answer_and_none_is_taken_for_markup() throws Exception {
        var tempting = BilingualLine.of("<html><b>Rouge", "<html><b>Red");
        var question = BilingualLine.of("Couleur", "Colour");
        var answer = asks(dialog -> dialog.choice(question, List.of(BilingualLine.of("Vert"), tempting)));

        var button = in(JButton.class, "answer.2");

        assertEquals("<html><b>Red", button.getText());
        assertNull(button.getClientProperty(BasicHTML.propertyKey), "it would be drawn as markup");
        button.doClick(0);
        assertEquals(Optional.of(tempting), Await.result("the answer", answer));
    }

    @Test
    void yes_and_no_have_a_button_each() throws Exception {
        var answer = asks(dialog -> dialog.yesOrNo(BilingualLine.of("D’accord", "Agreed")));

        in(JButton.class, "answer.no").doClick(0);

        assertEquals(Optional.of(false), Await.result("the answer", answer));
    }

    @Test
    void a_one_time_code_goes_on_once_it_has_its_digits() throws Exception {
        var answer = asks(dialog -> dialog.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6)));
        var go = in(JButton.class, "onetime.go");

        in(JTextField.class, "onetime.field").setText("1234");
        assertFalse(go.isEnabled());
        in(JTextField.class, "onetime.field").setText("123 456");
        assertTrue(go.isEnabled());
        go.doClick(0);

        assertEquals("123456", new String(Await.result("the answer", answer).orElseThrow()));
    }

    @Test
    void of_a_code_that_was_sent_another_one_may_be_asked_for() throws Exception {
        var question = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6).withSendAgain();
        var answer = asks(dialog -> dialog.oneTimeCode(question));

        assertFalse(in(JButton.class, "onetime.go").isEnabled(), "nothing is typed");
        in(JButton.class, "onetime.send").doClick(0);

        assertTrue(question.asksToSendAgain(Await.result("the answer", answer).orElseThrow()));
    }

    @Test
    void a_text_goes_on_once_there_is_one_and_is_no_longer_than_was_asked() throws Exception {
        var answer =
                asks(dialog -> dialog.text(TextQuestion.of(BilingualLine.of("Nom du badge", "Name of the badge"), 5)));
        var go = in(JButton.class, "text.go");

        assertFalse(go.isEnabled());
        in(JTextField.class, "text.field").setText("too long");
        assertFalse(go.isEnabled());
        in(JTextField.class, "text.field").setText("Zoé");
        go.doClick(0);

        assertEquals(Optional.of("Zoé"), Await.result("the answer", answer));
    }

    @Test
    void a_question_stays_with_what_is_typed_while_the_login_says_something() throws Exception {
        asks(dialog -> dialog.whoLogsIn(Optional.empty()));
        var field = in(JTextField.class, "who.field");
        field.setText("899 999 1000 1");

        tells(LoginProgress.of(LoginProgress.Step.WAITING_FOR_DEVICE, NINE));

        assertSame(field, in(JTextField.class, "who.field"));
        assertFalse(in(JButton.class, "who.go").isEnabled());
        field.setText("899 999 1000 11");
        assertTrue(in(JButton.class, "who.go").isEnabled());
        assertTrue(words("who.hint").contains("899999100011"), words("who.hint"));
        assertEquals(
                words("who.hint"),
                in(JTextArea.class, "who.hint").getAccessibleContext().getAccessibleName());
    }

    @Test
    void the_two_digits_are_spoken_one_by_one_and_the_seconds_count_down() throws Exception {
        starts();
        tells(new LoginProgress(
                LoginProgress.Step.CONFIRM_ON_DEVICE,
                Optional.empty(),
                Optional.of(new BindingMessage("07")),
                Optional.empty(),
                NINE.plusSeconds(42),
                Optional.empty()));

        var digits = in(JLabel.class, "login.digits");
        assertEquals("07", digits.getText());
        assertEquals("Digits to compare: 0 7", digits.getAccessibleContext().getAccessibleName());
        assertEquals("42 seconds left.", in(JLabel.class, "login.seconds").getText());
    }

    @Test
    void a_failure_leads_back_to_the_choice_with_its_steps_its_code_its_notices_and_more_help() throws Exception {
        panel.onHelp(helped::add);
        in(JRadioButton.class, "means.ecps").doClick(0);
        starts();
        assertEquals(List.of("ecps"), client.request().authenticatorIds());
        var notice =
                Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING).with("plugin", "badge");
        tells(LoginProgress.of(LoginProgress.Step.TRYING_NEXT_WAY, NINE).withNotice(notice));

        client.login().completeExceptionally(new PscException(LoginProblem.REFUSED, "refused"));
        changes();

        assertTrue(in(JRadioButton.class, "means.ecps").isSelected());
        var all = all(panel)
                .filter(JTextArea.class::isInstance)
                .map(text -> ((JTextArea) text).getText())
                .toList();
        var remedy = LoginProblem.REFUSED.remedy(Locale.UK);
        assertTrue(all.contains(remedy.title()), all::toString);
        assertTrue(all.contains("1. " + remedy.steps().get(0)), all::toString);
        assertTrue(all.contains("Code: PSC-001"), all::toString);
        assertTrue(all.contains("plugin: badge"), all::toString);
        in(JButton.class, "login.guide").doClick(0);
        assertEquals(List.of(LoginProblem.REFUSED), helped);
    }

    @Test
    void without_more_help_there_is_no_button_for_it() {
        panel.showProblem(LoginProblem.SESSION_ENDED);

        assertEquals(LoginProblem.SESSION_ENDED.remedy(Locale.UK).title(), words("remedy.title"));
        assertFalse(isThere("login.guide"));
    }

    @Test
    void a_session_is_handed_over_and_the_choice_is_there_again() throws Exception {
        var session = ScriptedClient.session(new AtomicInteger());
        starts();
        assertFalse(isThere("login.start"));

        client.login().complete(session);
        changes();

        assertEquals(List.of(session), entered);
        assertTrue(isThere("login.start"));
    }

    @Test
    void it_speaks_another_language_in_the_midst_of_a_login() throws Exception {
        asks(dialog -> dialog.browserCode(3, false));
        assertEquals("Code of six digits", labels());

        panel.inLanguage(Locale.FRANCE);

        assertEquals("Code de six chiffres", labels());
    }

    private String labels() {
        return in(JTextField.class, "code.field").getAccessibleContext().getAccessibleName();
    }

    @Test
    void where_no_browser_opens_the_address_can_be_copied_and_scanned() throws Exception {
        starts();
        client.request().dialog().browserPage(URI.create("https://psc.example/auth?state=s-1"));
        changes();

        assertEquals(
                "https://psc.example/auth?state=s-1",
                in(JTextField.class, "page.address").getText());
        assertEquals(
                "QR code of the login page",
                in(JLabel.class, "page.qr").getAccessibleContext().getAccessibleName());
    }

    @Test
    void a_picture_has_its_caption_and_fits() throws Exception {
        starts();
        client.request().dialog().showPicture(ShownPicture.qrCode(BilingualLine.of("Scannez", "Scan"), "badge:1"));
        changes();

        var picture = in(JLabel.class, "login.picture");
        assertEquals("Scan", picture.getAccessibleContext().getAccessibleName());
        assertEquals(
                BufferedImage.TYPE_BYTE_BINARY, ((BufferedImage) ((ImageIcon) picture.getIcon()).getImage()).getType());
    }

    @Test
    void a_host_without_any_means_says_so() {
        panel.offering(LoginRequest.using("badge-of-another-maker"));

        assertTrue(isThere("login.none"));
        assertFalse(isThere("login.start"));
    }

    @Test
    void a_login_that_is_resumed_is_no_choice() {
        var resumed = LoginRequest.resuming(new LoginTicket("psc1.bG9naW4tMQo4OTk5OTkxMDAwMTFzB4vM"));

        assertThrows(IllegalArgumentException.class, () -> panel.offering(resumed));
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_values_and_french_is_set_as_french_is() {
        var french = LoginPanel.texts(Language.FRENCH);
        var english = LoginPanel.texts(Language.ENGLISH);
        assertEquals(french.keys(), english.keys());
        for (var key : french.keys()) {
            var text = french.find(key).orElseThrow();
            assertEquals(
                    text.split("\\{\\d}", -1).length,
                    english.find(key).orElseThrow().split("\\{\\d}", -1).length,
                    key);
            assertFalse(text.matches(".*[ \\p{L}][:;!?»].*|.*(« |').*"), text);
        }
    }
}
