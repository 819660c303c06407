package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.field.Field;
import java.util.Locale;

/** The keys under which the texts hold the words for values of fields. */
final class ValueTextKeys {
    private ValueTextKeys() {}

    /** Such as {@code choice.kind.testing}. */
    static String key(Field field, String value) {
        return "choice." + field.name().toLowerCase(Locale.ROOT) + "." + value;
    }
}
