package io.github.pscsdk.testkit.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Talks to a card in hexadecimal, once as it is and once as a program does that follows {@code 61xx} and {@code 6Cxx}. */
final class Talk {
    static final String SELECT_APPLICATION = "00A4090C043F000001";
    static final String VERIFY = "0020000104";
    static final String CODE = "31323334";
    static final String WRONG_CODE = "39393939";
    static final String VERIFY_UNLOCK_CODE = "0020000208";
    static final String UNLOCK_CODE = "3132333435363738";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final SmartCard card;

    Talk(SmartCard card) {
        this.card = card;
    }

    /** One exchange and nothing else. */
    String raw(String command) {
        return HEX.formatHex(transmit(bytes(command)));
    }

    /** The whole answer. */
    String say(String command) {
        var next = bytes(command);
        var answer = new ByteArrayOutputStream();
        while (true) {
            var response = transmit(next);
            var end = response.length - 2;
            if (response[end] == 0x6C) {
                next[next.length - 1] = response[end + 1];
            } else if (response[end] == 0x61 || response[end] == (byte) 0x9F) {
                answer.write(response, 0, end);
                next = new byte[] {next[0], (byte) 0xC0, 0, 0, response[end + 1]};
            } else {
                answer.writeBytes(response);
                return HEX.formatHex(answer.toByteArray());
            }
        }
    }

    /** The data of an answer that must be a success. */
    byte[] data(String command) {
        var answer = say(command);
        if (!answer.endsWith("9000")) {
            throw new AssertionError("status " + answer.substring(answer.length() - 4));
        }
        return bytes(answer.substring(0, answer.length() - 4));
    }

    /** Selects a file by its path and reads it to the end, as the library of these cards does: E7 bytes at a time. */
    byte[] file(String path) {
        var size = size(say("00A40904%02X%s00".formatted(path.length() / 2, path)));
        var content = new ByteArrayOutputStream();
        while (content.size() < size) {
            var wanted = Math.min(0xE7, size - content.size());
            content.writeBytes(data("00B0%04X%02X".formatted(content.size(), wanted)));
        }
        return content.toByteArray();
    }

    /** A certificate of a CPS4, on its channel 1. */
    byte[] certificateOfCps4(String path) {
        say("01A4080C04" + path);
        var head = data("01B0000004");
        var size = ((head[2] & 0xFF) << 8 | head[3] & 0xFF) + 4;
        var content = new ByteArrayOutputStream();
        while (content.size() < size) {
            var wanted = Math.min(0xE7, size - content.size());
            content.writeBytes(data("01B0%04X%02X".formatted(content.size(), wanted)));
        }
        return content.toByteArray();
    }

    private static int size(String control) {
        var at = control.indexOf("8002") + 4;
        return Integer.parseInt(control.substring(at, at + 4), 16);
    }

    private byte[] transmit(byte[] command) {
        return card.transmit(command);
    }

    static byte[] bytes(String digits) {
        return HEX.parseHex(digits);
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
