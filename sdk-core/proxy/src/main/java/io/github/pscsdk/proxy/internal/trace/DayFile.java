package io.github.pscsdk.proxy.internal.trace;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The traces of one day, readable by the proxy's own user alone where the file system can say so. */
final class DayFile implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("traces-(\\d{4}-\\d\\d-\\d\\d)\\.jsonl");

    private final FileChannel channel;

    private DayFile(FileChannel channel) {
        this.channel = channel;
    }

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    /** Opens for appending; a line that a power cut left unfinished gets its end first. */
    static DayFile open(Path folder, LocalDate day) throws IOException {
        var file = file(folder, day);
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        var opened = new DayFile(FileChannel.open(file, options, ownerOnly("rw-------")));
        try {
            opened.toTheEnd();
            return opened;
        } catch (IOException e) {
            opened.close();
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
     * Writes the lines and has them on the disk when this returns; where it fails, it leaves none of them behind if it
     * can.
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

    static List<LocalDate> days(Path folder) throws IOException {
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

    static void read(Path folder, LocalDate day, Consumer<String> lines) throws IOException {
        // Not Files.newBufferedReader, which fails on the half of a character that a power cut may leave.
        var in = Files.newInputStream(file(folder, day));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        }
    }

    static void delete(Path folder, LocalDate day) throws IOException {
        Files.deleteIfExists(file(folder, day));
    }

    private static Path file(Path folder, LocalDate day) {
        return folder.resolve("traces-" + day + ".jsonl");
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
    public void close() throws IOException {
        channel.close();
    }
}
