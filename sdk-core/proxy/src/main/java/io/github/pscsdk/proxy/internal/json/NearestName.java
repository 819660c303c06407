package io.github.pscsdk.proxy.internal.json;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the name that a misspelt one was meant to be. */
final class NearestName {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]");

    private NearestName() {}

    /** The name with the fewest slips, at most one in three letters; empty where all differ more. */
    static Optional<String> of(String written, Set<String> names) {
        return names.stream()
                .filter(name -> slips(written, name) * 3 <= Math.max(written.length(), name.length()))
                .min(Comparator.comparingInt(name -> slips(written, name)));
    }

    /** The Levenshtein distance, whatever the case and the signs between words; 1 where one of them begins or ends with the other. */
    private static int slips(String written, String name) {
        var one = letters(written);
        var other = letters(name);
        if (!one.equals(other) && (isEndOf(one, other) || one.length() > 2 && isEndOf(other, one))) {
            return 1;
        }
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static boolean isEndOf(String whole, String part) {
        return whole.startsWith(part) || whole.endsWith(part);
    }

    private static String letters(String name) {
        return BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
