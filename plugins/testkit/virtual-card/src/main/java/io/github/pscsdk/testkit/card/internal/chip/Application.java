package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.Chip.Deviation;
import io.github.pscsdk.testkit.card.internal.crypto.CardKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;

/**
 * The modern application (cps-card, sections 1 and 7): class {@code 00} on a CPS3; class {@code 01}, logical channel 1,
 * on a CPS4. That the legacy application of a CPS4 takes it away until recovered ({@code 6985}) is invented.
 */
final class Application {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BASIC = 0x00;
    private static final int MODERN = 0x01;
    private static final int BY_NAME = 0x04;
    private static final byte[] CHIPDOC = Hex.bytes("8025000001FF0100");
    private static final byte[] CPS2TER = Hex.bytes("8025000001FF0002");
    private static final byte[] SECURITY_DOMAIN = Hex.bytes("A0000001510000");

    private final Generation generation;
    private final Selection selection;
    private final CardCodes codes;
    private final KeyCommands keys;
    private final Set<Deviation> deviations;
    private Channel channel = Channel.CLOSED;

    /** The state of channel 1 of a CPS4. */
    private enum Channel {
        CLOSED,
        OPENED,
        SELECTED,
        /** Deselected; only the recovery brings it back. */
        LOST,
        /** The first step of the recovery was made. */
        RECOVERING
    }

    Application(Generation generation, CardFiles files, CardCodes codes, CardKey.Pair keys, Set<Deviation> deviations) {
        this.generation = generation;
        this.selection = new Selection(files, codes);
        this.codes = codes;
        this.keys = new KeyCommands(generation, keys, codes);
        this.deviations = deviations;
    }

    void powerOn() {
        channel = Channel.CLOSED;
        selection.powerOn();
        codes.powerOn();
        keys.powerOn();
    }

    Response answer(Command command) {
        if (!generation.hasChannels()) {
            return command.cla() == BASIC ? execute(command) : Response.WRONG_CLASS;
        }
        return switch (command.cla()) {
            case MODERN -> onChannel1(command);
            case BASIC -> onBasicChannel(command);
            default -> Response.WRONG_CLASS;
        };
    }

    private Response onChannel1(Command command) {
        if (names(command, SECURITY_DOMAIN)) {
            channel = Channel.RECOVERING;
            return Response.OK;
        }
        if (names(command, CHIPDOC) && channel != Channel.LOST) {
            channel = Channel.SELECTED;
        }
        return switch (channel) {
            case CLOSED -> Response.NO_SUCH_CHANNEL;
            case SELECTED -> execute(command);
            case OPENED, LOST, RECOVERING -> Response.CONDITIONS;
        };
    }

    private Response onBasicChannel(Command command) {
        if (command.ins() == Command.MANAGE_CHANNEL) {
            return manageChannel(command);
        }
        if (names(command, CPS2TER)) {
            channel = channel == Channel.SELECTED ? Channel.LOST : channel;
            return Response.OK;
        }
        if (command.ins() == Command.GET_CHALLENGE) {
            return challenge(command);
        }
        return deviations.contains(Deviation.BASIC_IS_ENOUGH) ? onChannel1(command) : Response.CONDITIONS;
    }

    /** Opens channel 1 and says so (ISO 7816-4, section 11.1.2), or closes it. */
    private Response manageChannel(Command command) {
        if (deviations.contains(Deviation.NO_CHANNELS)) {
            return Response.UNKNOWN_INSTRUCTION;
        }
        if (command.p1() != 0) {
            channel = Channel.CLOSED;
            return Response.OK;
        }
        if (channel != Channel.CLOSED) {
            return Response.NO_SUCH_CHANNEL;
        }
        channel = Channel.OPENED;
        return Response.ok(new byte[] {MODERN});
    }

    private static boolean names(Command command, byte[] application) {
        return command.ins() == Command.SELECT && command.p1() == BY_NAME && Arrays.equals(command.data(), application);
    }

    private Response execute(Command command) {
        if (!generation.knows(command.ins())) {
            return Response.UNKNOWN_INSTRUCTION;
        }
        return switch (command.ins()) {
            case Command.SELECT -> selection.select(command);
            case Command.READ_BINARY -> selection.read(command);
            case Command.GET_CHALLENGE -> challenge(command);
            case Command.VERIFY -> codes.verify(command);
            case Command.GET_DATA -> codes.counters(command);
            case Command.MANAGE_ENVIRONMENT -> keys.setEnvironment(command);
            case Command.INTERNAL_AUTHENTICATE -> keys.authenticate(command);
            case Command.PERFORM_OPERATION -> keys.perform(command);
            default -> Response.UNKNOWN_INSTRUCTION;
        };
    }

    private static Response challenge(Command command) {
        if (command.le().isEmpty()) {
            return Response.WRONG_LENGTH;
        }
        var random = new byte[command.le().getAsInt()];
        RANDOM.nextBytes(random);
        return Response.ok(random);
    }
}
