package io.github.pscsdk.example.declaration.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares words as people do: without accents, case and signs. */
public final class Spelling {
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /** What two spellings of the same words have in common: {@code sans rendez vous} for {@code Sans  Rendez-vous}. */
    public static String key(String text) {
        var letters =
                MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SIGN.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
