package io.github.pscsdk.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What French asks of a text for people: a no-break space (U+00A0) before high signs and within quotation marks, and the
 * typographic apostrophe. A colon within an address or a time is no high sign.
 */
final class FrenchTypography {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Map<String, Pattern> FAULTS = Map.of(
            "straight apostrophe", Pattern.compile("'"),
            "narrow no-break space", Pattern.compile("\u202f"),
            "no U+00A0 before ; ? !", Pattern.compile("(?<!\u00a0)[;?!](?=[\\s\u00a0»)]|$)"),
            "no U+00A0 before :", Pattern.compile("(?<!\u00a0):(?=[\\s\u00a0»)]|$)"),
            "no U+00A0 before »", Pattern.compile("(?<!\u00a0)»"),
            "no U+00A0 after «", Pattern.compile("«(?!\u00a0)"));

    private FrenchTypography() {}

    /** What is wrong with the text; empty for nothing. */
    static List<String> faults(String text) {
        var words = ADDRESS.matcher(text).replaceAll("…");
        var faults = new ArrayList<String>();
        FAULTS.forEach((fault, pattern) -> {
            if (pattern.matcher(words).find()) {
                faults.add(fault + ": " + text);
            }
        });
        return faults;
    }
}
