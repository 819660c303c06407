package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.santefr.dossier.TakenRow;
import java.io.IOException;
import java.util.List;

/** Writes what became of each row of a file. */
public final class ImportWriter {
    private ImportWriter() {}

    /** Every row, in the order of the file. */
    public static byte[] report(List<TakenRow> rows) {
        var imported = rows.stream().filter(row -> row.number().isPresent()).count();
        return AnswerWriter.object(json -> {
            json.writeNumberField("read", rows.size());
            json.writeNumberField("imported", imported);
            json.writeNumberField("rejected", rows.size() - imported);
            json.writeArrayFieldStart("rows");
            for (var row : rows) {
                json.writeStartObject();
                row(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void row(JsonGenerator json, TakenRow taken) throws IOException {
        json.writeNumberField("line", taken.row().line());
        if (taken.row().key().isPresent()) {
            json.writeStringField("key", taken.row().key().get());
        }
        if (taken.number().isPresent()) {
            json.writeStringField("number", taken.number().get());
        }
        AnswerWriter.findings(json, taken.row().findings());
        json.writeArrayFieldStart("notTakenOver");
        for (var column : taken.row().notTakenOver()) {
            json.writeString(column);
        }
        json.writeEndArray();
    }
}
