package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.AvailableLoginOption;
import io.github.pscsdk.example.desktop.login.LoginModel;
import io.github.pscsdk.example.desktop.login.LoginStage;
import io.github.pscsdk.loginui.PscButton;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** The means to choose from, the button of Pro Santé Connect, and why the login or the session before came to an end. */
final class ChoicePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient LoginModel model;
    private final transient Consumer<Problem> guide;
    private final transient Texts texts;
    private transient Optional<AvailableLoginOption> chosen;

    /** @param guide leads on from that failure */
    ChoicePanel(LoginModel model, Optional<Problem> farewell, Consumer<Problem> guide, Texts texts) {
        this.model = model;
        this.guide = guide;
        this.texts = texts;
        chosen = model.preferred();
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        add(column(farewell));
        add(Box.createVerticalGlue());
    }

    private Column column(Optional<Problem> farewell) {
        var column = new Column()
                .with(Paragraph.heading(texts.get("login.title"), Column.WIDTH))
                .gap(8)
                .with(Paragraph.of(texts.get("login.intro"), Column.WIDTH))
                .gap(16);
        if (model.stage() instanceof LoginStage.Choosing choosing) {
            choosing.notices()
                    .forEach(notice -> column.with(RemedyPanel.of(notice, texts, Column.WIDTH))
                            .gap(12));
            choosing.failure()
                    .or(() -> farewell)
                    .ifPresent(problem -> column.with(RemedyPanel.of(problem, texts, Column.WIDTH))
                            .gap(8)
                            .with(Buttons.named("login.guide", texts, () -> guide.accept(problem)))
                            .gap(16));
        }
        return choices(column);
    }

    private Column choices(Column column) {
        var group = new ButtonGroup();
        for (var choice : model.choices()) {
            var button =
                    new JRadioButton(name(choice), chosen.filter(choice::equals).isPresent());
            button.setName("means." + String.join(".", choice.means().authenticators())
                    + choice.means().way().map(way -> ".browser").orElse(""));
            button.addActionListener(event -> chosen = Optional.of(choice));
            group.add(button);
            column.with(button).gap(4);
        }
        if (chosen.isEmpty()) {
            return column.with(Paragraph.of(texts.get("login.none"), Column.WIDTH));
        }
        var login = PscButton.swing(() -> chosen.ifPresent(model::start))
                .inLanguage(texts.language().locale())
                .build();
        login.setName("login.start");
        return column.gap(12).with(login);
    }

    private String name(AvailableLoginOption choice) {
        var names = choice.authenticators().stream()
                .map(one -> one.displayName(texts.language().locale()))
                .toList();
        if (choice.means().way().filter(WayIn.BROWSER::equals).isPresent()) {
            return texts.get("login.in-browser");
        }
        return names.size() == 1
                ? names.get(0)
                : texts.get("login.else", names.get(0), String.join(", ", names.subList(1, names.size())));
    }
}
