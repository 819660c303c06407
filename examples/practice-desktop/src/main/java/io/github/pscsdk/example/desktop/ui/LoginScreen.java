package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.config.LoginOption;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.LoginQuestion;
import io.github.pscsdk.example.desktop.model.LoginState;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.loginui.PscButton;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.SwingUtilities;

/** The login, whatever it shows now: the choice, how far it is, or a question. */
final class LoginScreen extends JPanel {
    private static final int WIDTH = Column.WIDTH;

    private final LoginModel model;
    private final SessionModel session;
    private final Consumer<Problem> guide;
    private final Texts texts;
    private Optional<LoginQuestion> shown = Optional.empty();
    private Optional<ProgressPanel> progress = Optional.empty();
    private Optional<LoginOption> chosen = Optional.empty();

    /** @param guide leads on from why a login was refused */
    LoginScreen(LoginModel model, SessionModel session, Consumer<Problem> guide, Texts texts) {
        super(new BorderLayout());
        this.model = model;
        this.session = session;
        this.guide = guide;
        this.texts = texts;
        setName("login");
        refresh();
    }

    /** Shows the state of the model. A question that stands there already stays, with what is typed in it. */
    void refresh() {
        var question = model.running().flatMap(LoginState.Running::question);
        if (question.isPresent() && question.equals(shown)) {
            return;
        }
        shown = question;
        removeAll();
        add(Column.card(texts, WIDTH).with(content(question), 0).centred());
        revalidate();
        repaint();
        SwingUtilities.invokeLater(this::focusFirst);
    }

    /** Counts the seconds of a login down. */
    void tick() {
        progress.ifPresent(ProgressPanel::tick);
    }

    /** Keys go to what stands there now, not to what is gone. */
    private void focusFirst() {
        Optional.ofNullable(getFocusCycleRootAncestor())
                .map(root -> root.getFocusTraversalPolicy().getComponentAfter(root, this))
                .ifPresent(Component::requestFocusInWindow);
    }

    private JComponent content(Optional<LoginQuestion> question) {
        if (question.isPresent()) {
            return QuestionPanel.of(question.get(), model::cancel, texts);
        }
        progress = model.running().map(running -> new ProgressPanel(model, running, texts));
        return progress.map(ProgressPanel::component).orElseGet(this::choosing);
    }

    /** The means to choose from, the button of Pro Santé Connect, and why the login or session before has ended. */
    private Column choosing() {
        var column = new Column(texts, WIDTH);
        column.say(8, "login.title").heading(2);
        column.say(16, "login.intro");
        if (model.state() instanceof LoginState.Choosing choosing) {
            choosing.notices().forEach(notice -> column.put(RemedyPanel.of(notice, texts, WIDTH), 12));
            choosing.failure().or(session::farewell).ifPresent(problem -> {
                column.put(RemedyPanel.of(problem, texts, WIDTH), 8);
                column.button("login.guide", 16, () -> guide.accept(problem));
            });
        }
        choices(column);
        return column;
    }

    private void choices(Column column) {
        var group = new ButtonGroup();
        chosen = model.preferred();
        for (var choice : model.choices()) {
            var button =
                    new JRadioButton(name(choice), chosen.filter(choice::equals).isPresent());
            var way = choice.way().map(browser -> ".browser").orElse("");
            button.setName("means." + String.join(".", choice.authenticators()) + way);
            button.addActionListener(event -> chosen = Optional.of(choice));
            group.add(button);
            column.put(button, 4);
        }
        if (chosen.isEmpty()) {
            column.say(0, "login.none");
            return;
        }
        var login = PscButton.swing(() -> chosen.ifPresent(model::start))
                .inLanguage(texts.language().locale())
                .build();
        login.setName("login.start");
        column.gap(12).put(Controls.main(login), 0);
    }

    private String name(LoginOption choice) {
        if (choice.way().isPresent()) {
            return texts.get("login.in-browser");
        }
        return model.names(choice, texts.language().locale()).stream()
                .reduce((first, next) -> texts.get("login.else", first, next))
                .orElse("");
    }
}
