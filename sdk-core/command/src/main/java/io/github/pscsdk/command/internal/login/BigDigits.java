package io.github.pscsdk.command.internal.login;

import java.util.List;
import java.util.stream.Collectors;

/** Digits five lines high, to be compared with those on a telephone across the desk. */
public final class BigDigits {
    // Row by row, ten digits of five columns each.
    private static final List<String> ROWS = List.of(
            " ###    #    ###  ####  #   # #####  ###  #####  ###   ### ",
            "#   #  ##   #   #     # #   # #     #         # #   # #   #",
            "#   #   #      #   ###  ##### ####  ####     #   ###   ####",
            "#   #   #     #       #     #     # #   #   #   #   #     #",
            " ###   ###  ##### ####      # ####   ###    #    ###   ### ");
    private static final int PITCH = 6;
    private static final int WIDTH = 5;

    private BigDigits() {}

    public static List<String> of(String digits) {
        return ROWS.stream().map(row -> "      " + line(row, digits)).toList();
    }

    private static String line(String row, String digits) {
        return digits.chars()
                .mapToObj(digit -> at(row, Character.digit(digit, 10)))
                .collect(Collectors.joining("   "));
    }

    private static String at(String row, int digit) {
        return row.substring(digit * PITCH, digit * PITCH + WIDTH);
    }
}
