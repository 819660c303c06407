package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.chip.data.Hex;

/**
 * Selects the commands to which a fault applies.
 *
 * @param start the first digits in hexadecimal; {@code X} stands for any digit; empty for all
 * @param number the number of the matching command, from 1; 0 for each
 */
public record CommandPattern(String start, int number) {
    /** Every command. */
    public static CommandPattern any() {
        return new CommandPattern("", 0);
    }

    /** Commands with that instruction byte. */
    public static CommandPattern instruction(int ins) {
        return new CommandPattern("XX%02X".formatted(ins), 0);
    }

    /** Commands that begin with these hexadecimal digits; {@code X} stands for any digit. */
    public static CommandPattern startingWith(String digits) {
        return new CommandPattern(digits, 0);
    }

    /** Only the nth of these commands, from 1. */
    public CommandPattern nth(int which) {
        return new CommandPattern(start, which);
    }

    boolean matches(byte[] command) {
        var digits = Hex.text(command);
        return digits.length() >= start.length() && agree(start, digits.substring(0, start.length()));
    }

    static boolean agree(String pattern, String digits) {
        return pattern.length() == digits.length() && digits.matches(pattern.replace('X', '.'));
    }
}
