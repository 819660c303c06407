package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.command.Command;
import io.github.pscsdk.testkit.card.internal.chip.command.Instruction;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import java.util.Set;

/**
 * Masks the exchanges with a card. Codes are always masked. Of the responses only these stay: directories that are
 * the same on every card, counters, random numbers and status words. Everything else becomes {@code X}.
 */
public final class TraceMask {
    private static final Set<String> ALIKE = Set.of("2F00", "2F01", "5031", "7001", "7003", "7005");
    private static final Set<Integer> ALIKE_SHORT = Set.of(0x1D, 0x1E);
    private static final Set<Integer> SECRET_DATA =
            Set.of(Instruction.VERIFY, Instruction.CHANGE_CODE, Instruction.UNLOCK, Instruction.UPDATE_BINARY);
    private static final Set<Integer> OPEN_ANSWERS =
            Set.of(Instruction.SELECT, Instruction.GET_DATA, Instruction.GET_CHALLENGE, Instruction.MANAGE_CHANNEL);

    private static final int HEADER_DIGITS = 10;
    private static final int STATUS_DIGITS = 4;
    private static final int BY_NAME = 0x04;

    private boolean isFileAlike;
    private boolean isAnswerOpen;

    /** The masked command. */
    public String command(byte[] apdu) {
        var digits = Hex.text(apdu);
        var ins = apdu.length < 4 ? -1 : apdu[1] & 0xFF;
        var isOpen = ins >= 0 && !SECRET_DATA.contains(ins);
        return isOpen || digits.length() <= HEADER_DIGITS
                ? digits
                : digits.substring(0, HEADER_DIGITS) + hidden(digits.length() - HEADER_DIGITS);
    }

    /** The masked response. Call it once for each command, in order. */
    public String response(byte[] apdu, byte[] response) {
        Command.parse(apdu).ifPresent(command -> follow(command, response));
        var digits = Hex.text(response);
        if (isAnswerOpen || digits.length() <= STATUS_DIGITS) {
            return digits;
        }
        var data = digits.length() - STATUS_DIGITS;
        return hidden(data) + digits.substring(data);
    }

    private void follow(Command command, byte[] response) {
        if (command.ins() == Instruction.GET_RESPONSE) {
            return; // the rest of the answer before
        }
        if (command.ins() == Instruction.SELECT) {
            isFileAlike = isSuccess(response) && command.p1() != BY_NAME && isAlike(command.data());
        }
        isAnswerOpen =
                command.ins() == Instruction.READ_BINARY ? isReadAlike(command) : OPEN_ANSWERS.contains(command.ins());
    }

    private boolean isReadAlike(Command command) {
        return (command.p1() & 0x80) == 0 ? isFileAlike : ALIKE_SHORT.contains(command.p1() & 0x1F);
    }

    private static boolean isAlike(byte[] path) {
        var digits = Hex.text(path);
        return digits.length() >= 4 && ALIKE.contains(digits.substring(digits.length() - 4));
    }

    private static boolean isSuccess(byte[] response) {
        return response.length >= 2
                && (response[response.length - 2] == (byte) 0x90 || response[response.length - 2] == (byte) 0x61);
    }

    private static String hidden(int digits) {
        return "X".repeat(digits);
    }
}
