package io.github.pscsdk.workstation.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes text from outside fit for facts: short, ASCII, and without a number that could be a person's identifier. */
public final class SafeText {
    private static final int LONGEST = 80;
    private static final int MOST_FACTS = 8;
    // Brackets stay around an address of IPv6 alone: with others, a text becomes a link in Markdown.
    private static final Pattern UNWANTED = Pattern.compile(
            "\\[(?![0-9A-Fa-f:]{2,39}](?!\\())" + "|(?<!\\[[0-9A-Fa-f:]{2,39})]" + "|[^A-Za-z0-9 .,:_/+%()\\[\\]-]");
    // The shortest identifier of a person has 9 digits.
    private static final Pattern NUMBER = Pattern.compile("\\d{8,}");

    private SafeText() {}

    /** At most 80 characters of it, and a few more where a number stood. */
    public static String text(String foreign) {
        var cut = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
        return NUMBER.matcher(UNWANTED.matcher(cut).replaceAll("?")).replaceAll("(number)");
    }

    public static Map<String, String> facts(Map<String, String> foreign) {
        var facts = new LinkedHashMap<String, String>();
        foreign.entrySet().stream()
                .limit(MOST_FACTS)
                .filter(fact -> fact.getKey() != null && fact.getValue() != null)
                .forEach(fact -> facts.put(text(fact.getKey()), text(fact.getValue())));
        return facts;
    }
}
