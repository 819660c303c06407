package io.github.pscsdk.testkit.card.internal.chip;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** A command APDU in short form (ISO 7816-3, section 12.1.3), with 1 to 256 bytes expected in cases 2 and 4. */
record Command(int cla, int ins, int p1, int p2, byte[] data, OptionalInt le) {
    // The instructions of these cards (cps-card, section 7; ISO 7816-4, table 4).
    static final int VERIFY = 0x20;
    static final int MANAGE_ENVIRONMENT = 0x22;
    static final int PERFORM_OPERATION = 0x2A;
    static final int MANAGE_CHANNEL = 0x70;
    static final int GET_CHALLENGE = 0x84;
    static final int INTERNAL_AUTHENTICATE = 0x88;
    static final int SELECT = 0xA4;
    static final int READ_BINARY = 0xB0;
    static final int GET_RESPONSE = 0xC0;
    static final int GET_DATA = 0xCB;

    // The operations of PERFORM SECURITY OPERATION, in P1 and P2.
    static final int DECIPHER = 0x8086;
    static final int HASH = 0x90A0;
    static final int COMPUTE_SIGNATURE = 0x9E9A;

    private static final int HEADER = 4;

    /** Reads a command; empty if its lengths contradict each other. */
    static Optional<Command> parse(byte[] apdu) {
        if (apdu.length < HEADER) {
            return Optional.empty();
        }
        if (apdu.length == HEADER) {
            return Optional.of(of(apdu, new byte[0], OptionalInt.empty()));
        }
        var p3 = apdu[HEADER] & 0xFF;
        if (apdu.length == HEADER + 1) {
            return Optional.of(of(apdu, new byte[0], expected(p3)));
        }
        var end = HEADER + 1 + p3;
        if (p3 == 0 || apdu.length < end || apdu.length > end + 1) {
            return Optional.empty();
        }
        var le = apdu.length == end ? OptionalInt.empty() : expected(apdu[end] & 0xFF);
        return Optional.of(of(apdu, Arrays.copyOfRange(apdu, HEADER + 1, end), le));
    }

    private static Command of(byte[] apdu, byte[] data, OptionalInt le) {
        return new Command(apdu[0] & 0xFF, apdu[1] & 0xFF, apdu[2] & 0xFF, apdu[3] & 0xFF, data, le);
    }

    private static OptionalInt expected(int le) {
        return OptionalInt.of(le == 0 ? 256 : le);
    }

    int p1p2() {
        return p1 << 8 | p2;
    }

    Command withData(byte[] other) {
        return new Command(cla, ins, p1, p2, other, le);
    }

    /** Hides the data, which may be a code. */
    @Override
    public String toString() {
        return "Command[%02X %02X %02X %02X]".formatted(cla, ins, p1, p2);
    }
}
