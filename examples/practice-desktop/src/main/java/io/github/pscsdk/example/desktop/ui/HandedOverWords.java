package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.DeclarationWords;
import io.github.pscsdk.example.desktop.work.HandedOverDeclaration;
import java.util.ArrayList;

/**
 * A declaration that was handed over in words.
 *
 * @param items for what waits
 */
record HandedOverWords(ItemWords items) {
    Entry entry(HandedOverDeclaration declaration) {
        var lines = new ArrayList<Entry.Line>();
        lines.add(new Entry.Line(state(declaration), false));
        if (declaration.asksForConfirmation()) {
            lines.add(new Entry.Line(texts().get("handed.asked"), true));
        }
        for (var item : declaration.waiting()) {
            var what = texts().get("handed.waits", items.request(item.request()), items.time(item.since()));
            lines.add(new Entry.Line(what, false));
            items.reason(item).ifPresent(why -> lines.add(new Entry.Line(why, false)));
        }
        return new Entry(declaration.number(), items.title(declaration.latest()), lines);
    }

    private String state(HandedOverDeclaration declaration) {
        var words = texts().get(
                        "handed.state",
                        declaration.number(),
                        DeclarationWords.state(declaration.state(), texts().language()),
                        items.time(declaration.latest().since()));
        return words
                + declaration
                        .confirmedAt()
                        .map(at -> " — " + texts().get("handed.confirmed", items.time(at)))
                        .orElse("");
    }

    private Texts texts() {
        return items.texts();
    }
}
