package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.ApplicationIdentifiers;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;
import java.util.Arrays;

/**
 * A CPS4 (cps-card, sections 1 and 7): class {@code 01}, logical channel 1, for the modern application; class {@code 00} for what
 * happens on the basic channel; class {@code A0} for the legacy application.
 *
 * <p>That selecting the legacy application takes the modern one away, and that {@code 6985} is what it then says until it is recovered
 * by the way the sources give, is invented.
 */
public final class Cps4Commands implements CommandHandler {
    private static final int BASIC = 0x00;
    private static final int MODERN = 0x01;
    private static final int LEGACY = 0xA0;
    private static final int BY_NAME = 0x04;

    private final CardSpec.Channels channels;
    private final ChipDoc chipDoc;
    private final LegacyCommands legacy;
    private final Codes codes;
    private State state = State.CLOSED;

    /** The state of channel 1. */
    private enum State {
        /** Not opened yet. */
        CLOSED,
        /** Opened; no application is selected. */
        OPENED,
        /** The modern application answers. */
        SELECTED,
        /** Deselected; only the recovery brings it back. */
        LOST,
        /** The first step of the recovery was made. */
        RECOVERING
    }

    public Cps4Commands(FileTree files, Codes codes, KeyRing keys, CardSpec.Channels channels) {
        this.channels = channels;
        this.codes = codes;
        this.chipDoc = new ChipDoc(files, codes, keys);
        this.legacy = new LegacyCommands(codes);
    }

    @Override
    public void powerOn() {
        state = State.CLOSED;
        codes.powerOn();
        chipDoc.powerOn();
        legacy.powerOn();
    }

    @Override
    public Response answer(Command command) {
        return switch (command.cla()) {
            case MODERN -> modern(command);
            case BASIC -> basic(command);
            case LEGACY -> legacy.answer(command);
            default -> Response.of(StatusWord.WRONG_CLASS);
        };
    }

    private Response modern(Command command) {
        if (names(command, ApplicationIdentifiers.SECURITY_DOMAIN)) {
            state = State.RECOVERING;
            return Response.OK;
        }
        if (state == State.LOST) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (names(command, ApplicationIdentifiers.CHIPDOC)) {
            state = State.SELECTED;
            return chipDoc.answer(command);
        }
        return switch (state) {
            case CLOSED -> Response.of(StatusWord.NO_SUCH_CHANNEL);
            case SELECTED -> chipDoc.answer(command);
            case OPENED, LOST, RECOVERING -> Response.of(StatusWord.CONDITIONS);
        };
    }

    private Response basic(Command command) {
        if (command.ins() == Instruction.MANAGE_CHANNEL) {
            return manageChannel(command);
        }
        if (names(command, ApplicationIdentifiers.CPS2TER)) {
            if (state == State.SELECTED) {
                state = State.LOST;
            }
            return Response.OK;
        }
        if (command.ins() == Instruction.GET_CHALLENGE) {
            return Cps3Commands.challenge(command);
        }
        return channels.isBasicEnough() ? modern(command.withCla(MODERN)) : Response.of(StatusWord.CONDITIONS);
    }

    /** Opens channel 1 and says so (ISO 7816-4, section 11.1.2), or closes it. */
    private Response manageChannel(Command command) {
        if (!channels.isOpenedByCommand()) {
            return Response.of(StatusWord.UNKNOWN_INSTRUCTION);
        }
        if (command.p1() != 0) {
            state = State.CLOSED;
            return Response.OK;
        }
        if (state != State.CLOSED) {
            return Response.of(StatusWord.NO_SUCH_CHANNEL);
        }
        state = State.OPENED;
        return Response.ok(new byte[] {MODERN});
    }

    private static boolean names(Command command, byte[] application) {
        return command.ins() == Instruction.SELECT
                && command.p1() == BY_NAME
                && Arrays.equals(command.data(), application);
    }
}
