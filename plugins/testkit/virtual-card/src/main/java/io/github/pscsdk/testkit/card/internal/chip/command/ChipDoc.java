package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;

/** The modern application of a CPS4, once selected: no INTERNAL AUTHENTICATE, no counters by GET DATA (cps-card, sections 5 to 7). */
final class ChipDoc {
    private final Selection selection;
    private final CodeCommands codeCommands;
    private final Cps4Keys keys;

    ChipDoc(FileTree files, Codes codes, KeyRing keys) {
        this.selection = new Selection(files, codes);
        this.codeCommands = new CodeCommands(codes);
        this.keys = new Cps4Keys(keys, codes);
    }

    public void powerOn() {
        selection.powerOn();
        keys.powerOn();
    }

    public Response answer(Command command) {
        return switch (command.ins()) {
            case Instruction.SELECT -> selection.select(command);
            case Instruction.READ_BINARY -> selection.read(command);
            case Instruction.UPDATE_BINARY -> selection.update(command);
            case Instruction.GET_CHALLENGE -> Cps3Commands.challenge(command);
            case Instruction.VERIFY -> codeCommands.verify(command);
            case Instruction.CHANGE_CODE -> codeCommands.change(command);
            case Instruction.UNLOCK -> codeCommands.unlock(command);
            case Instruction.MANAGE_ENVIRONMENT -> keys.setEnvironment(command);
            case Instruction.PERFORM_OPERATION -> keys.perform(command);
            default -> Response.of(StatusWord.UNKNOWN_INSTRUCTION);
        };
    }
}
