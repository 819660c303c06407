package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.LoginModel;
import io.github.pscsdk.example.desktop.login.LoginStage;
import io.github.pscsdk.example.desktop.login.Question;
import io.github.pscsdk.example.desktop.session.SessionModel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** The login, whatever it shows now: the choice, how far it is, or a question. */
final class LoginScreen extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient LoginModel model;
    private final transient SessionModel session;
    private final transient Consumer<Problem> guide;
    private final transient Texts texts;
    private transient Optional<Question> shown = Optional.empty();

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
        add(CentredScreen.of(content(question)));
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
        return new ChoicePanel(model, session.farewell(), guide, texts);
    }
}
