package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration.Login;
import io.github.pscsdk.example.desktop.config.LoginOption;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.ModelThreads;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.testkit.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plug-in asks, looked at without a display: no window is opened. */
class LoginScreenTest {
    private final ScriptedClient client = new ScriptedClient("badge");
    private final ModelThreads threads = new ModelThreads(Runnable::run, Runnable::run);
    private final LoginModel model = new LoginModel(
            client,
            new Login(List.of(LoginOption.of("badge")), Duration.ofSeconds(90), CardRemoval.LOCK),
            Clock.systemUTC(),
            threads,
            session -> {});

    private interface Asking<T> {
        Optional<T> ask(LoginDialog dialog) throws InterruptedException;
    }

    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    @BeforeEach
    void a_login_is_under_way() {
        model.start(model.choices().get(0));
    }

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

    private JComponent panel() {
        Await.value("a question is asked", () -> model.running().orElseThrow().question());
        var session = new SessionModel(null, Clock.systemUTC(), Duration.ofMinutes(10), threads);
        return new LoginScreen(model, session, refusal -> {}, MainWindow.texts(Language.ENGLISH));
    }

    private static <T> T in(Container panel, Class<T> type, String name) {
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

        var button = in(panel(), JButton.class, "answer.2");

        assertEquals("<html><b>Red", button.getText());
        assertNull(button.getClientProperty(BasicHTML.propertyKey), "it would be drawn as markup");
        button.doClick(0);
        assertEquals(Optional.of(tempting), answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void yes_and_no_have_a_button_each() throws Exception {
        var answer = asks(dialog -> dialog.yesOrNo(BilingualLine.of("D’accord", "Agreed")));

        in(panel(), JButton.class, "answer.no").doClick(0);

        assertEquals(Optional.of(false), answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_one_time_code_goes_on_once_it_has_its_digits() throws Exception {
        var answer = asks(dialog -> dialog.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6)));
        var panel = panel();
        var go = in(panel, JButton.class, "onetime.go");

        in(panel, JTextField.class, "onetime.field").setText("1234");
        assertFalse(go.isEnabled());
        in(panel, JTextField.class, "onetime.field").setText("123 456");
        assertTrue(go.isEnabled());
        go.doClick(0);

        assertEquals("123456", new String(answer.get(10, TimeUnit.SECONDS).orElseThrow()));
    }

    @Test
    void of_a_code_that_was_sent_another_one_may_be_asked_for() throws Exception {
        var question = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6).withSendAgain();
        var answer = asks(dialog -> dialog.oneTimeCode(question));
        var panel = panel();

        assertFalse(in(panel, JButton.class, "onetime.go").isEnabled(), "nothing is typed");
        in(panel, JButton.class, "onetime.send").doClick(0);

        assertTrue(question.asksToSendAgain(answer.get(10, TimeUnit.SECONDS).orElseThrow()));
    }

    @Test
    void a_text_goes_on_once_there_is_one_and_is_no_longer_than_was_asked() throws Exception {
        var answer =
                asks(dialog -> dialog.text(TextQuestion.of(BilingualLine.of("Nom du badge", "Name of the badge"), 5)));
        var panel = panel();
        var go = in(panel, JButton.class, "text.go");

        assertFalse(go.isEnabled());
        in(panel, JTextField.class, "text.field").setText("too long");
        assertFalse(go.isEnabled());
        in(panel, JTextField.class, "text.field").setText("Zoé");
        go.doClick(0);

        assertEquals(Optional.of("Zoé"), answer.get(10, TimeUnit.SECONDS));
    }
}
