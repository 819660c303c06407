package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traces as JSON lines, one file for each day (UTC), which is deleted as a whole. One proxy writes to one folder, on a
 * thread that nobody interrupts. After a failure the file is opened again for the next trace. With a key ring, a line
 * is an object with time, id and what is encrypted; without one it is the trace itself, which has an id by its day and
 * its number. Both are read.
 */
public final class TraceFolder implements TraceStore, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TraceFolder.class);
    private static final Duration FOR_EVER = Duration.ofDays(100_000);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern NAME = Pattern.compile("traces-(\\d{4}-\\d\\d-\\d\\d)\\.jsonl");

    private final Path folder;
    private final Duration retention;
    private final Optional<KeyRing> ring;
    private final Clock clock;
    // Both belong to whoever appends. No file before the first trace of one that is only read, and after a failure.
    private LocalDate day;
    private Optional<DayFile> file = Optional.empty();

    private TraceFolder(Path folder, Duration retention, Optional<KeyRing> ring, Clock clock) {
        this.folder = folder;
        this.retention = retention;
        this.ring = ring;
        this.clock = clock;
        this.day = day(clock.instant());
    }

    /** Opens the folder, makes it where needed, and forgets days whose last moment is older than {@code retention}. */
    public static TraceFolder open(Path folder, Duration retention, Optional<KeyRing> ring, Clock clock)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
        var traces = new TraceFolder(folder, retention, ring, clock);
        traces.file = Optional.of(new DayFile(traces.file(traces.day)));
        traces.forgetOldDays();
        return traces;
    }

    public static TraceStore reading(Path folder, Optional<KeyRing> ring, Clock clock) {
        return new TraceFolder(folder, FOR_EVER, ring, clock);
    }

    @Override
    public synchronized void append(List<TraceEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            write(entries);
        } catch (IOException e) {
            throw StoreException.unavailable("traces cannot be written into their folder", e);
        }
    }

    private void write(List<TraceEntry> entries) throws IOException {
        var lines = entries.stream().map(this::line).toList();
        var latest = entries.stream()
                .map(entry -> day(entry.position().timestamp()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (latest.isAfter(day)) {
            leaveFile();
            day = latest;
            // First of all: it makes room.
            forgetOldDays();
        }
        try {
            if (file.isEmpty()) {
                file = Optional.of(new DayFile(file(day)));
            }
            file.get().append(lines);
        } catch (IOException e) {
            leaveFile();
            throw e;
        }
    }

    private void leaveFile() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            log.warn("a file of traces could not be closed", e);
        } finally {
            file = Optional.empty();
        }
    }

    /** The members of every line, and of an encrypted one. */
    private record Line(Optional<String> timestamp, Optional<UUID> id, Optional<byte[]> encrypted) {
        static Optional<Line> of(String line) {
            return ProxyJson.read(line.getBytes(StandardCharsets.UTF_8), Line.class);
        }

        @Override
        public String toString() {
            return "Line[" + timestamp.orElse("?") + "]";
        }
    }

    /** Whether a line of such a file holds a trace that is encrypted. */
    public static boolean isEncrypted(String line) {
        return Line.of(line).flatMap(Line::encrypted).isPresent();
    }

    private String line(TraceEntry entry) {
        var position = entry.position();
        var written = ring.map(keys -> ProxyJson.write(new Line(
                        Optional.of(position.timestamp().toString()),
                        Optional.of(position.id()),
                        Optional.of(keys.encrypt(entry.value(), associated(position))))))
                .orElseGet(entry::value);
        return new String(written, StandardCharsets.UTF_8);
    }

    private static String associated(TracePosition position) {
        return "trace-folder\n" + position;
    }

    /** Empty where it is no trace, such as the last line before a power cut. */
    private static Optional<TracePosition> position(String line, UUID otherwise) {
        try {
            return Line.of(line)
                    .flatMap(known -> known.timestamp
                            .map(Instant::parse)
                            .map(timestamp -> new TracePosition(timestamp, known.id.orElse(otherwise))));
        } catch (DateTimeException e) {
            // Somebody's edit.
            return Optional.empty();
        }
    }

    private TraceEntry entry(TracePosition position, String line) {
        return Line.of(line)
                .flatMap(Line::encrypted)
                .map(encrypted -> decrypted(position, encrypted))
                .orElseGet(() -> TraceEntry.of(position, line.getBytes(StandardCharsets.UTF_8)));
    }

    private TraceEntry decrypted(TracePosition position, byte[] encrypted) {
        try {
            var keys = ring.orElseThrow(() -> StoreException.unreadable(
                    "a trace in the folder is encrypted, and the configuration names no key ring"));
            return TraceEntry.of(position, keys.decrypt(encrypted, associated(position)));
        } catch (StoreException e) {
            return TraceEntry.unreadable(position, e);
        }
    }

    private record Found(TracePosition position, String line) {}

    /** Has no more in memory than it gives: of what was found, the last one goes. */
    @Override
    public List<TraceEntry> read(TracePosition after, Instant before, int most) {
        var found = new PriorityQueue<>(Comparator.comparing(Found::position).reversed());
        try {
            for (var each : days()) {
                // A trace made just before midnight may stand in the file of the next day.
                var earliest = each.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                var isFull = found.size() == most
                        && found.peek().position().timestamp().isBefore(earliest);
                if (isFull || !earliest.isBefore(before)) {
                    break;
                }
                if (!each.isBefore(day(after.timestamp()))) {
                    search(each, after, before, most, found);
                }
            }
        } catch (IOException e) {
            throw StoreException.unavailable("the folder of the traces cannot be read", e);
        }
        return found.stream()
                .sorted(Comparator.comparing(Found::position))
                .map(each -> entry(each.position(), each.line()))
                .toList();
    }

    private void search(LocalDate each, TracePosition after, Instant before, int most, PriorityQueue<Found> found)
            throws IOException {
        var number = new long[1];
        read(each, line -> {
            var id = new UUID(each.toEpochDay(), number[0]++);
            position(line, id)
                    .filter(position -> position.compareTo(after) > 0
                            && position.timestamp().isBefore(before))
                    .ifPresent(position -> {
                        found.add(new Found(position, line));
                        if (found.size() > most) {
                            found.poll();
                        }
                    });
        });
    }

    /** Whole days, of which each is a file. */
    @Override
    public int removeOlderThan(Duration age, int most) {
        try {
            delete(age);
            return 0;
        } catch (IOException e) {
            throw StoreException.unavailable("days of traces that are too old cannot be deleted", e);
        }
    }

    private void forgetOldDays() {
        try {
            delete(retention);
        } catch (IOException e) {
            log.error("traces that are too old could not be deleted", e);
        }
    }

    private void delete(Duration age) throws IOException {
        var oldest = day(clock.instant().minus(age));
        for (var old : days()) {
            if (old.isBefore(oldest)) {
                Files.deleteIfExists(file(old));
            }
        }
    }

    /** Of times that no file can have, the first or the last day that one can. */
    private static LocalDate day(Instant instant) {
        var known = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return LocalDate.ofInstant(known, ZoneOffset.UTC);
    }

    private List<LocalDate> days() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> dayOf(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    private static Optional<LocalDate> dayOf(String name) {
        var matcher = NAME.matcher(name);
        try {
            return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (DateTimeParseException e) {
            // Not a day, so not a file of ours.
            return Optional.empty();
        }
    }

    private void read(LocalDate each, Consumer<String> lines) throws IOException {
        // Not Files.newBufferedReader, which fails on the half of a character that a power cut may leave.
        var in = Files.newInputStream(file(each));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        }
    }

    private Path file(LocalDate each) {
        return folder.resolve("traces-" + each + ".jsonl");
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    @Override
    public synchronized void close() {
        leaveFile();
    }

    @Override
    public String toString() {
        return "TraceFolder";
    }

    /** The traces of one day, readable by the proxy's own user alone where the file system can say so. */
    private static final class DayFile implements AutoCloseable {
        private final FileChannel channel;

        /** Opens for appending; a line that a power cut left unfinished gets its end first. */
        DayFile(Path file) throws IOException {
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            channel = FileChannel.open(file, options, ownerOnly("rw-------"));
            try {
                toTheEnd();
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private void toTheEnd() throws IOException {
            channel.position(channel.size());
            if (channel.size() > 0 && !endsWithNewline()) {
                append(List.of(""));
            }
        }

        private boolean endsWithNewline() throws IOException {
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) == '\n';
        }

        /**
         * Writes the lines and has them on the disk when this returns; where it fails, it leaves none of them behind if
         * it can.
         */
        void append(List<String> lines) throws IOException {
            var before = channel.position();
            try {
                var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                takeBack(before, e);
                throw e;
            }
        }

        private void takeBack(long before, IOException failure) {
            try {
                channel.truncate(before);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
