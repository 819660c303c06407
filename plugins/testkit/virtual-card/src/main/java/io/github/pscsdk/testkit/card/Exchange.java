package io.github.pscsdk.testkit.card;

/**
 * A command and its response in hexadecimal, with {@code X} for every digit that may tell a code or a person.
 *
 * @param command the command APDU
 * @param response data and status word
 */
public record Exchange(String command, String response) {
    /** Whether the command has that instruction byte. */
    public boolean hasInstruction(int instruction) {
        return command.length() >= 4 && command.substring(2, 4).equals("%02X".formatted(instruction));
    }

    /** The status word: the last four digits. */
    public String status() {
        return response.substring(Math.max(0, response.length() - 4));
    }
}
