package io.github.pscsdk.example.declaration.text;

import java.util.Locale;

/** The spelling of a constant outside Java: in keys of texts, in addresses and in JSON. */
public final class Spelling {
    private Spelling() {}

    /** Such as {@code too-many-rows}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
