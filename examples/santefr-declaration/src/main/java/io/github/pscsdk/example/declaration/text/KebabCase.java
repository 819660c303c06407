package io.github.pscsdk.example.declaration.text;

import java.util.Locale;

/** The names of constants in kebab case: in keys of texts, in addresses and in JSON. */
public final class KebabCase {
    private KebabCase() {}

    /** Such as {@code too-many-rows}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
