package io.github.pscsdk.example.desktop.outbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of an item that is encrypted, as bytes. Not for exchange: only this class reads what it wrote. */
final class ItemText {
    private static final int VERSION = 2;

    private ItemText() {}

    static byte[] write(OutboxItem item) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            text(out, item.title());
            text(out, item.request().kind().name());
            receipt(out, item.request().upon());
            text(out, item.draft());
            text(out, item.body());
            text(out, item.problem().orElse(""));
            receipt(out, item.receipt());
            out.writeInt(item.remarks().size());
            for (var remark : item.remarks()) {
                text(out, remark.field());
                out.writeBoolean(remark.rejecting());
                text(out, remark.french());
                text(out, remark.english());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are of another version, or not by this class */
    static OutboxItem read(UUID id, ItemPhase phase, Instant since, byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("an entry of another version");
            }
            return new OutboxItem(
                    id,
                    phase,
                    since,
                    text(in),
                    new OutboxRequest(OutboxRequest.Kind.valueOf(text(in)), receipt(in)),
                    text(in),
                    text(in),
                    some(text(in)),
                    receipt(in),
                    remarks(in));
        }
    }

    private static List<ReceiverFinding> remarks(DataInputStream in) throws IOException {
        var remarks = new ArrayList<ReceiverFinding>();
        for (var left = in.readInt(); left > 0; left--) {
            remarks.add(new ReceiverFinding(text(in), in.readBoolean(), text(in), text(in)));
        }
        return remarks;
    }

    private static void receipt(DataOutputStream out, Optional<Receipt> receipt) throws IOException {
        out.writeBoolean(receipt.isPresent());
        if (receipt.isPresent()) {
            text(out, receipt.get().number());
            text(out, receipt.get().hash());
        }
    }

    private static Optional<Receipt> receipt(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(new Receipt(text(in), text(in))) : Optional.empty();
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
            throw new IOException("an entry ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
