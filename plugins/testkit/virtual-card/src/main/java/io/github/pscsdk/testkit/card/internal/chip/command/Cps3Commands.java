package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;
import java.security.SecureRandom;

/** The modern application of a CPS3, class {@code 00} (cps-card, section 7). */
public final class Cps3Commands implements CommandHandler {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Selection selection;
    private final Codes codes;
    private final CodeCommands codeCommands;
    private final Counters counters;
    private final Cps3Keys keys;
    private final boolean hasContacts;

    public Cps3Commands(FileTree files, Codes codes, KeyRing keys, boolean hasContacts) {
        this.selection = new Selection(files, codes);
        this.codes = codes;
        this.codeCommands = new CodeCommands(codes);
        this.counters = new Counters(codes);
        this.keys = new Cps3Keys(keys, codes, hasContacts);
        this.hasContacts = hasContacts;
    }

    @Override
    public void powerOn() {
        selection.powerOn();
        codes.powerOn();
        keys.powerOn();
    }

    @Override
    public Response answer(Command command) {
        if (command.cla() != 0) {
            return Response.of(StatusWord.WRONG_CLASS);
        }
        return switch (command.ins()) {
            case Instruction.SELECT -> selection.select(command);
            case Instruction.READ_BINARY -> selection.read(command);
            case Instruction.UPDATE_BINARY -> selection.update(command);
            case Instruction.GET_CHALLENGE -> challenge(command);
            case Instruction.MANAGE_ENVIRONMENT -> keys.setEnvironment(command);
            case Instruction.INTERNAL_AUTHENTICATE -> keys.authenticate(command);
            case Instruction.PERFORM_OPERATION -> keys.perform(command);
            default -> hasContacts ? answerAboutCodes(command) : Response.of(StatusWord.UNKNOWN_INSTRUCTION);
        };
    }

    private Response answerAboutCodes(Command command) {
        return switch (command.ins()) {
            case Instruction.VERIFY -> codeCommands.verify(command);
            case Instruction.CHANGE_CODE -> codeCommands.change(command);
            case Instruction.UNLOCK -> codeCommands.unlock(command);
            case Instruction.GET_DATA -> counters.answer(command);
            default -> Response.of(StatusWord.UNKNOWN_INSTRUCTION);
        };
    }

    public static Response challenge(Command command) {
        if (command.le().isEmpty()) {
            return Response.of(StatusWord.WRONG_LENGTH);
        }
        var random = new byte[command.le().getAsInt()];
        RANDOM.nextBytes(random);
        return Response.ok(random);
    }
}
