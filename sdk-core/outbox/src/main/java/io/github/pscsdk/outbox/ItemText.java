package io.github.pscsdk.outbox;

import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The part of an item that is encrypted, as bytes. Not for exchange: only this class reads what it wrote. */
final class ItemText {
    static final int VERSION = 1;

    private ItemText() {}

    static byte[] write(OutboxItem item) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            text(out, item.handOver().subject());
            text(out, item.handOver().details());
            text(out, item.handOver().body());
            text(out, item.answer());
            text(out, item.problem().orElse(""));
            out.writeInt(item.failures());
            text(out, item.retryAt().map(Instant::toString).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are not by this class */
    static OutboxItem read(UUID id, Phase phase, Instant since, byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new OutboxItem(
                    new HandOver(id, text(in), text(in), text(in)),
                    phase,
                    since,
                    text(in),
                    some(text(in)),
                    in.readInt(),
                    some(text(in)).map(Instant::parse));
        }
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    // Not writeUTF, which ends at 65535 bytes.
    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("an item ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
