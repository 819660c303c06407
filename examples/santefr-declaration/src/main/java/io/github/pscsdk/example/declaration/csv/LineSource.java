package io.github.pscsdk.example.declaration.csv;

import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
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
    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final InputStream in;
    private final Bounds bounds;
    private final List<Line> ahead = new ArrayList<>();
    private int number;
    private long bytes;
    private int pushedBack = -1;

    LineSource(InputStream in, Bounds bounds) {
        this.in = new BufferedInputStream(in);
        this.bounds = bounds;
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
        if (next == '\r') {
            skipLineFeed();
        }
        if (length > content.size()) {
            return Optional.of(Line.tooLong(number));
        }
        var line = Line.of(number, content.toByteArray());
        return Optional.of(
                line.text().length() > bounds.mostCharactersOfARow() ? Line.tooLong(number) : unmarked(line));
    }

    private static Line unmarked(Line line) {
        var marked = line.number() == 1 && !line.text().isEmpty() && line.text().charAt(0) == BYTE_ORDER_MARK;
        return marked ? new Line(1, line.text().substring(1), line.windows(), false) : line;
    }

    private void skipLineFeed() throws IOException, CsvRefusedException {
        var following = next();
        if (following != '\n') {
            pushedBack = following;
        }
    }

    private int next() throws IOException, CsvRefusedException {
        if (pushedBack >= 0) {
            var again = pushedBack;
            pushedBack = -1;
            return again;
        }
        var next = in.read();
        if (next >= 0 && ++bytes > bounds.mostBytes()) {
            throw new CsvRefusedException(Reason.TOO_MANY_BYTES, "more than " + bounds.mostBytes() + " bytes");
        }
        return next;
    }

    /**
     * One line of a file, without its end.
     *
     * @param text empty if the line is too long
     * @param windows whether it was no UTF-8
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
}
