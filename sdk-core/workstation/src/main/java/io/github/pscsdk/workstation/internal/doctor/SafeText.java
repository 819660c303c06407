package io.github.pscsdk.workstation.internal.doctor;

import java.util.regex.Pattern;

/** Text from elsewhere as a fact of a finding: short, ASCII, and nothing that could be somebody's number. */
final class SafeText {
    private static final int LONGEST = 80;
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9 .,:_/+%()-]");
    // The shortest identifier of a person has 9 digits.
    private static final Pattern NUMBER = Pattern.compile("\\d{8,}");

    private SafeText() {}

    static String text(String foreign) {
        var cut = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
        return NUMBER.matcher(ODD.matcher(cut).replaceAll("?")).replaceAll("(number)");
    }
}
