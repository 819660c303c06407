package io.github.pscsdk.testkit.card.internal.chip;

/** A card that is no CPS: it answers, and knows nothing of what is asked. */
public final class ForeignChip {
    private ForeignChip() {}

    /** What it says to any command. */
    public static byte[] answer(byte[] command) {
        return Command.parse(command)
                .map(parsed -> parsed.ins() == Instruction.SELECT ? StatusWord.NOT_FOUND : StatusWord.WRONG_CLASS)
                .map(Response::of)
                .orElse(Response.of(StatusWord.WRONG_LENGTH))
                .toBytes();
    }
}
