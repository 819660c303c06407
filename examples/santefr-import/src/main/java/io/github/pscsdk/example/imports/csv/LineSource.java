package io.github.pscsdk.example.imports.csv;

import io.github.pscsdk.example.imports.csv.CsvRefusedException.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a stream, of which a few can be looked at before they are taken. Holds no more than those. */
final class LineSource {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final InputStream in;
    private final Bounds bounds;
    private final List<Line> ahead = new ArrayList<>();
    private int number;
    private long bytes;
    private boolean isAfterReturn;

    LineSource(InputStream in, Bounds bounds) {
        this.in = new BufferedInputStream(in);
        this.bounds = bounds;
    }

    /**
     * One line of a file, without its end.
     *
     * @param text empty if the line is too long
     * @param windows whether it was no UTF-8
     */
    record Line(int number, String text, boolean windows, boolean tooLong) {
        boolean isBlank() {
            return text.isBlank() && !tooLong;
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** The next line that is not blank; empty behind the last. Blank ones are taken away. */
    Optional<Line> peek() throws IOException, CsvRefusedException {
        while (peek(0).filter(Line::isBlank).isPresent()) {
            take(1);
        }
        return peek(0);
    }

    /** The line after so many others; empty behind the last. */
    Optional<Line> peek(int others) throws IOException, CsvRefusedException {
        while (ahead.size() <= others) {
            var line = read();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            ahead.add(line.get());
        }
        return Optional.of(ahead.get(others));
    }

    /** Takes lines away that were looked at. */
    void take(int lines) {
        ahead.subList(0, lines).clear();
    }

    private Optional<Line> read() throws IOException, CsvRefusedException {
        var next = next();
        if (next == '\n' && isAfterReturn) {
            next = next();
        }
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        var content = new ByteArrayOutputStream();
        var length = 0L;
        for (; next >= 0 && next != '\n' && next != '\r'; next = next()) {
            if (++length <= (long) MOST_BYTES_OF_A_CHARACTER * bounds.mostCharactersOfARow()) {
                content.write(next);
            }
        }
        isAfterReturn = next == '\r';
        var line = decoded(content.toByteArray());
        var isTooLong = length > content.size() || line.text().length() > bounds.mostCharactersOfARow();
        return Optional.of(isTooLong ? new Line(number, "", false, true) : line);
    }

    private Line decoded(byte[] content) {
        try {
            // A new decoder reports what it cannot read; new String(bytes, UTF_8) would replace it in silence.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            var isMarked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
            return new Line(number, isMarked ? text.substring(1) : text, false, false);
        } catch (CharacterCodingException e) {
            return new Line(number, new String(content, WINDOWS), true, false);
        }
    }

    private int next() throws IOException, CsvRefusedException {
        var next = in.read();
        if (next >= 0 && ++bytes > bounds.mostBytes()) {
            throw new CsvRefusedException(Reason.TOO_MANY_BYTES, "more than " + bounds.mostBytes() + " bytes");
        }
        return next;
    }
}
