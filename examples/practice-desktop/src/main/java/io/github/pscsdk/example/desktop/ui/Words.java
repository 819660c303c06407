package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.sheet.Field;
import java.util.Locale;

/** Under which the values of fields are among the texts. */
final class Words {
    private Words() {}

    /** Such as {@code choice.kind.testing}. */
    static String key(Field field, String value) {
        return "choice." + field.name().toLowerCase(Locale.ROOT) + "." + value;
    }
}
