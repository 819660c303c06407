package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.trace.TraceFolder;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The lines of a folder of traces: with a key ring, an object with time, id and what is encrypted; without one the
 * trace itself. Both are read.
 */
public record TraceFileLines(Optional<KeyRing> ring) implements TraceFolder.Format {
    /** Members of every line, and of an encrypted one; the binary is in base64. */
    @JsonPropertyOrder({"timestamp", "id", "encrypted"})
    private record Line(String timestamp, Optional<UUID> id, Optional<byte[]> encrypted) {
        static Optional<Line> of(String line) {
            return ProxyJson.read(line.getBytes(StandardCharsets.UTF_8), Line.class);
        }

        @Override
        public String toString() {
            return "Line[" + timestamp + "]";
        }
    }

    /** A folder of traces, encrypted where the settings have a key ring: see {@link TraceFolder#open}. */
    public static TraceFolder open(Path folder, TraceSettings settings, Clock clock) throws IOException {
        return TraceFolder.open(folder, settings.retention(), new TraceFileLines(settings.keyRing()), clock);
    }

    public static boolean isEncrypted(String line) {
        return Line.of(line).flatMap(Line::encrypted).isPresent();
    }

    @Override
    public String line(TraceEntry entry) {
        var written = ring.map(keys -> ProxyJson.write(new Line(
                        entry.position().timestamp().toString(),
                        Optional.of(entry.position().id()),
                        Optional.of(keys.encrypt(entry.value(), associated(entry.position()))))))
                .orElseGet(entry::value);
        return new String(written, StandardCharsets.UTF_8);
    }

    private static String associated(TracePosition position) {
        return "trace-folder\n" + position;
    }

    @Override
    public Optional<TracePosition> position(String line, UUID id) {
        try {
            return Line.of(line)
                    .filter(known -> known.timestamp != null)
                    .map(known -> new TracePosition(Instant.parse(known.timestamp), known.id.orElse(id)));
        } catch (DateTimeException e) {
            // Somebody's edit.
            return Optional.empty();
        }
    }

    @Override
    public TraceEntry entry(TracePosition position, String line) {
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
}
