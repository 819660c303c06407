package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.guide.GuideModel;
import java.awt.Frame;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;

/** The login guide, a step at a time. */
final class GuideWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private final transient GuideModel model;
    private final transient Runnable forget;
    private transient Texts texts = MainWindow.texts(Language.of(Locale.getDefault()));
    private transient Optional<LoginGuide.Walk> shown = Optional.empty();
    private JComponent checking = new Column();
    private JButton back = new JButton();

    GuideWindow(Frame owner, GuideModel model) {
        super(owner, "guide");
        this.model = model;
        forget = model.onChange(this::refresh);
    }

    @Override
    public void speak(Texts language) {
        texts = language;
        entitle("guide.title", texts);
        checking =
                Colours.quiet(Paragraph.of(texts.get("guide.checking"), WIDTH).named("guide.checking"));
        remark(checking);
        back = Buttons.named("guide.back", texts, model::back);
        showBelow(new Row(
                back,
                Buttons.named("guide.restart", texts, model::restart),
                Buttons.named("guide.close", texts, this::dispose)));
        refresh();
    }

    private void refresh() {
        back.setEnabled(model.hasBack());
        checking.setVisible(model.isExamining());
        var walk = model.walk(texts.language().locale());
        // The health check tells each of its looks: nobody loses their place for one that changes nothing.
        if (shown.filter(walk::equals).isPresent()) {
            return;
        }
        shown = Optional.of(walk);
        var panel = new GuidePanel(model, walk, texts);
        show(panel.component());
        begin(panel.first().orElse(back));
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }
}
