package io.github.pscsdk.pluginhost.internal.problem;

import java.util.HashMap;
import java.util.Map;

/** Texts of a plug-in on their way into logs, facts, windows and terminals. */
public final class BoundedText {
    private static final int SOFT_HYPHEN = 0xAD;
    // A support desk reads them on one page.
    private static final int MOST_FACTS = 64;
    private static final int MOST_NAME_CHARACTERS = 100;
    static final int MOST_VALUE_CHARACTERS = 500;

    private BoundedText() {}

    /** One line of at most so many UTF-16 code units, without control characters and direction marks. */
    public static String line(String text, int most) {
        var bounded = text.length() <= most ? text : text.substring(0, most - 1) + "…";
        return bounded.codePoints()
                .map(character -> isPlain(character) ? character : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Facts of a finding: the first {@value #MOST_FACTS} that are texts. */
    public static Map<String, String> facts(Map<?, ?> original) {
        var facts = new HashMap<String, String>();
        for (var fact : original.entrySet()) {
            // A map of a plug-in may hold anything, whatever its type says.
            if (facts.size() < MOST_FACTS
                    && fact.getKey() instanceof String name
                    && fact.getValue() instanceof String value) {
                facts.put(line(name, MOST_NAME_CHARACTERS), line(value, MOST_VALUE_CHARACTERS));
            }
        }
        return facts;
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> character == SOFT_HYPHEN;
            default -> true;
        };
    }
}
