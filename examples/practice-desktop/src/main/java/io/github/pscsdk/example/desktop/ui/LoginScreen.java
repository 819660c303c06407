package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.config.LoginOption;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.LoginStage;
import io.github.pscsdk.example.desktop.model.Question;
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
    private static final long serialVersionUID = 1L;

    private final transient LoginModel model;
    private final transient SessionModel session;
    private final transient Consumer<Problem> guide;
    private final transient Texts texts;
    private transient Optional<Question> shown = Optional.empty();
    private transient Optional<LoginOption> chosen = Optional.empty();

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

    /** What the model says now. A question that stands there already stays, with what is typed in it. */
    void refresh() {
        var question = model.stage() instanceof LoginStage.Underway underway
                ? underway.question()
                : Optional.<Question>empty();
        if (question.isPresent() && question.equals(shown)) {
            return;
        }
        shown = question;
        removeAll();
        add(Column.card().with(content(question)).centred());
        revalidate();
        repaint();
        SwingUtilities.invokeLater(this::focusFirst);
    }

    /** Keys go to what stands there now, not to what is gone. */
    private void focusFirst() {
        var root = getFocusCycleRootAncestor();
        if (root != null) {
            Optional.ofNullable(root.getFocusTraversalPolicy().getComponentAfter(root, this))
                    .ifPresent(Component::requestFocusInWindow);
        }
    }

    private JComponent content(Optional<Question> question) {
        if (question.isPresent()) {
            return QuestionPanel.of(question.get(), model::cancel, texts);
        }
        if (model.stage() instanceof LoginStage.Underway underway) {
            return new ProgressPanel(model, underway, texts);
        }
        return choosing();
    }

    /** The means to choose from, the button of Pro Santé Connect, and why the login or the session before came to an end. */
    private Column choosing() {
        var column = new Column()
                .with(Paragraph.heading(texts.get("login.title"), Column.WIDTH), 8)
                .with(Paragraph.of(texts.get("login.intro"), Column.WIDTH), 16);
        if (model.stage() instanceof LoginStage.Choosing choosing) {
            choosing.notices().forEach(notice -> column.with(RemedyPanel.of(notice, texts, Column.WIDTH), 12));
            choosing.failure()
                    .or(session::farewell)
                    .ifPresent(problem -> column.with(RemedyPanel.of(problem, texts, Column.WIDTH), 8)
                            .with(Buttons.named("login.guide", texts, () -> guide.accept(problem)), 16));
        }
        return choices(column);
    }

    private Column choices(Column column) {
        var group = new ButtonGroup();
        chosen = model.preferred();
        for (var choice : model.choices()) {
            var button =
                    new JRadioButton(name(choice), chosen.filter(choice::equals).isPresent());
            button.setName("means." + String.join(".", choice.authenticators())
                    + choice.way().map(way -> ".browser").orElse(""));
            button.addActionListener(event -> chosen = Optional.of(choice));
            group.add(button);
            column.with(button, 4);
        }
        if (chosen.isEmpty()) {
            return column.with(Paragraph.of(texts.get("login.none"), Column.WIDTH));
        }
        var login = PscButton.swing(() -> chosen.ifPresent(model::start))
                .inLanguage(texts.language().locale())
                .build();
        login.setName("login.start");
        return column.gap(12).with(Buttons.main(login));
    }

    private String name(LoginOption choice) {
        var names = model.names(choice, texts.language().locale());
        if (choice.way().filter(WayIn.BROWSER::equals).isPresent()) {
            return texts.get("login.in-browser");
        }
        return names.size() == 1
                ? names.get(0)
                : texts.get("login.else", names.get(0), String.join(", ", names.subList(1, names.size())));
    }
}
