package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.PracticePlace;
import io.github.pscsdk.example.desktop.work.FormModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** The choice among the professional's places, since Pro Santé Connect makes none. */
final class PlaceChooser {
    private final FormModel model;
    private final JComboBox<Line> box = new JComboBox<>();
    private final JComponent component;

    private record Line(PracticePlace place, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    PlaceChooser(FormModel model, Texts texts) {
        this.model = model;
        box.setName("work.place");
        for (var place : model.places()) {
            var name = place.name().orElse(texts.get("work.place.unnamed"));
            box.addItem(new Line(place, texts.get("work.place.line", name, place.town())));
        }
        refresh();
        box.addActionListener(event -> {
            if (box.getSelectedItem() instanceof Line line) {
                model.choose(line.place());
            }
        });
        var label = new JLabel(texts.get("work.place"));
        label.setLabelFor(box);
        component =
                model.places().isEmpty() ? Colours.wrong(new JLabel(texts.get("work.no-place"))) : new Row(label, box);
    }

    JComponent component() {
        return component;
    }

    /** The place of the form: another one is taken only once what was typed is kept. */
    void refresh() {
        model.place().ifPresent(place -> box.setSelectedIndex(model.places().indexOf(place)));
    }
}
