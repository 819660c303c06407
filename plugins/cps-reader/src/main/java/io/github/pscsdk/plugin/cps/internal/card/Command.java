package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;

/** Commands as bytes, short APDUs of class 00 (ISO/IEC 7816-4; which of them a CPS takes: see {@code docs/card-reader.md}). */
final class Command {
    /** CLA INS P1 P2. */
    private static final int HEADER = 4;

    /** Le = 00: as much as there is, up to 256 bytes. */
    private static final int ALL = 0x00;

    private Command() {}

    /** SELECT by application identifier, no answer data. */
    static byte[] selectApplication(byte[] aid) {
        return withData(0xA4, 0x04, 0x0C, aid);
    }

    /** SELECT by path, answer data (the file's control parameters) only where {@code withParameters}. */
    static byte[] selectPath(int p1, boolean withParameters, byte[] path) {
        return withParameters ? expecting(withData(0xA4, p1, 0x00, path)) : withData(0xA4, p1, 0x0C, path);
    }

    /** READ BINARY of the selected file; {@code length} from 1 to 256. */
    static byte[] read(int offset, int length) {
        return new byte[] {0x00, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length};
    }

    /** VERIFY without data: asks for the state of a code and uses no try (ISO/IEC 7816-4, 11.6.6). */
    static byte[] stateOfCode(int reference) {
        return new byte[] {0x00, 0x20, 0x00, (byte) reference};
    }

    /** GET DATA of the object that describes a code (IAS-ECC). */
    static byte[] codeObject(int reference) {
        var list = new byte[] {
            0x4D, 0x08, 0x70, 0x06, (byte) 0xBF, (byte) (0x80 | reference), 0x01, 0x02, (byte) 0xA0, (byte) 0x80
        };
        return expecting(withData(0xCB, 0x3F, 0xFF, list));
    }

    static byte[] getResponse(int statusWord) {
        return new byte[] {0x00, (byte) 0xC0, 0x00, 0x00, (byte) statusWord};
    }

    /** Whether the last byte is Le: a command without data, or one byte longer than its data. */
    static boolean expectsData(byte[] command) {
        return command.length == HEADER + 1
                || command.length > HEADER + 1 && command.length == HEADER + 2 + (command[HEADER] & 0xFF);
    }

    /** The same command with the low byte of {@code statusWord} for Le. */
    static byte[] withLength(byte[] command, int statusWord) {
        var again = command.clone();
        again[again.length - 1] = (byte) statusWord;
        return again;
    }

    private static byte[] withData(int ins, int p1, int p2, byte[] data) {
        var command = new byte[HEADER + 1 + data.length];
        command[1] = (byte) ins;
        command[2] = (byte) p1;
        command[3] = (byte) p2;
        command[HEADER] = (byte) data.length;
        System.arraycopy(data, 0, command, HEADER + 1, data.length);
        return command;
    }

    private static byte[] expecting(byte[] command) {
        var longer = Arrays.copyOf(command, command.length + 1);
        longer[command.length] = ALL;
        return longer;
    }
}
