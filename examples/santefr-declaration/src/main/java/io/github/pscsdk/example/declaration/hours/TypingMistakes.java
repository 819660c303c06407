package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Typing mistakes in times, as published files have them, from {@code slips.csv}. A mended text is a suggestion: a
 * person says whether it is meant.
 */
final class TypingMistakes {
    private static final List<Slip> SLIPS = ClassPathResource.table(TypingMistakes.class, "slips.csv").stream()
            .map(cells -> new Slip(Pattern.compile(cells.get(0)), cells.get(1)))
            .toList();

    private TypingMistakes() {}

    private record Slip(Pattern pattern, String meant) {}

    static String mended(String text) {
        var mended = text;
        for (var slip : SLIPS) {
            mended = slip.pattern.matcher(mended).replaceAll(slip.meant);
        }
        return mended;
    }
}
