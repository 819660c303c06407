package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.command.Command;
import io.github.pscsdk.testkit.card.internal.chip.command.Instruction;
import io.github.pscsdk.testkit.card.internal.chip.command.Response;
import io.github.pscsdk.testkit.card.internal.chip.command.StatusWord;

/** A card that is no CPS: it refuses every command. */
public final class ForeignChip {
    private ForeignChip() {}

    /** The answer to any command. */
    public static byte[] answer(byte[] command) {
        return Command.parse(command)
                .map(parsed -> parsed.ins() == Instruction.SELECT ? StatusWord.NOT_FOUND : StatusWord.WRONG_CLASS)
                .map(Response::of)
                .orElse(Response.of(StatusWord.WRONG_LENGTH))
                .toBytes();
    }
}
