package io.github.pscsdk.example.declaration.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One line of a file, without its end.
 *
 * @param number counted from 1
 * @param text empty if the line is too long
 * @param windows whether it was no UTF-8
 * @param tooLong whether it goes beyond the bounds
 */
record Line(int number, String text, boolean windows, boolean tooLong) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Line of(int number, byte[] bytes) {
        try {
            // A new decoder reports what it cannot read; new String(bytes, UTF_8) would replace it in silence.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Line(number, text.toString(), false, false);
        } catch (CharacterCodingException e) {
            return new Line(number, new String(bytes, WINDOWS), true, false);
        }
    }

    static Line tooLong(int number) {
        return new Line(number, "", false, true);
    }

    boolean isBlank() {
        return text.isBlank() && !tooLong;
    }

    @Override
    public String toString() {
        return "Line[" + number + "]";
    }
}
