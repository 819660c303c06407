package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads a batch of declarations: a line for each, an object with the members {@code key} and {@code declaration}. */
public final class BatchReader {
    private static final Set<String> LINE = Set.of("key", "declaration");

    private BatchReader() {}

    /**
     * A declaration and the key under which it is carried out once.
     *
     * @param key as it came; empty if there is none
     */
    public record Entry(String key, Declaration declaration) {}

    /** One line. */
    public static Entry read(byte[] line) throws MalformedJsonException {
        var entry = JsonObject.read(line, LINE);
        return new Entry(entry.text("key").orElse(""), DeclarationDocument.read(entry, "declaration"));
    }

    /** The lines of a batch, without their ends; what follows the last end is one if it is not empty. */
    public static List<byte[]> lines(byte[] batch) {
        var lines = new ArrayList<byte[]>();
        var begin = 0;
        for (var end = 0; end <= batch.length; end++) {
            if (end == batch.length ? end > begin : batch[end] == '\n') {
                lines.add(Arrays.copyOfRange(batch, begin, end));
                begin = end + 1;
            }
        }
        return lines;
    }
}
