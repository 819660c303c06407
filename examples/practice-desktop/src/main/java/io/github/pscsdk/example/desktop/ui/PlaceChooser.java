package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.PracticePlace;
import io.github.pscsdk.example.desktop.work.FormModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** The choice among the professional's places, since Pro Santé Connect makes none. */
final class PlaceChooser {
    private PlaceChooser() {}

    private record Line(PracticePlace place, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    static JComponent of(FormModel model, Texts texts) {
        if (model.places().isEmpty()) {
            return Colours.wrong(new JLabel(texts.get("work.no-place")));
        }
        var box = new JComboBox<Line>();
        box.setName("work.place");
        for (var place : model.places()) {
            var name = place.name().orElse(texts.get("work.place.unnamed"));
            box.addItem(new Line(place, texts.get("work.place.line", name, place.town())));
            if (model.place().filter(place::equals).isPresent()) {
                box.setSelectedIndex(box.getItemCount() - 1);
            }
        }
        box.addActionListener(event -> {
            if (box.getSelectedItem() instanceof Line line) {
                model.choose(line.place());
            }
        });
        var label = new JLabel(texts.get("work.place"));
        label.setLabelFor(box);
        return new Row(label, box);
    }
}
