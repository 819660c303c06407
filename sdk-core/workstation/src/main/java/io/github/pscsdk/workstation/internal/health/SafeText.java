package io.github.pscsdk.workstation.internal.health;

import java.util.regex.Pattern;

/** Makes text from outside fit for the facts of a finding: short, ASCII, and without a number that could be a person's identifier. */
final class SafeText {
    private static final int LONGEST = 80;
    private static final Pattern UNWANTED = Pattern.compile("[^A-Za-z0-9 .,:_/+%()-]");
    // The shortest identifier of a person has 9 digits.
    private static final Pattern NUMBER = Pattern.compile("\\d{8,}");

    private SafeText() {}

    static String text(String foreign) {
        var cut = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
        return NUMBER.matcher(UNWANTED.matcher(cut).replaceAll("?")).replaceAll("(number)");
    }
}
