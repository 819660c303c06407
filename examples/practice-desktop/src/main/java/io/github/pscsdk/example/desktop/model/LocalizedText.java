package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.diagnostic.Texts;

/** A text that a window shows in its language, which may change while it stands there. */
@FunctionalInterface
public interface LocalizedText {
    String in(Texts texts);

    /** The text of a key, with its values. */
    static LocalizedText of(String key, Object... values) {
        return texts -> texts.get(key, values);
    }

    static LocalizedText of(ShortText text) {
        return texts -> text.in(texts.language());
    }
}
