package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.santefr.dossier.Imports.Result;
import io.github.pscsdk.example.santefr.dossier.Imports.ResultRow;
import io.github.pscsdk.example.santefr.dossier.Imports.RowOutcome;
import java.io.IOException;

/** Writes what became of each row of a file. */
public final class ImportWriter {
    private ImportWriter() {}

    /** Every row, in the order of the file. */
    public static byte[] report(Result taken) {
        var rejected = taken.count(RowOutcome.REJECTED);
        var overLimit = taken.count(RowOutcome.OVER_LIMIT);
        return ResponseWriter.object(json -> {
            json.writeNumberField("read", taken.rows().size());
            json.writeNumberField("imported", taken.rows().size() - rejected - overLimit);
            json.writeNumberField("rejected", rejected);
            json.writeNumberField("overLimit", overLimit);
            json.writeArrayFieldStart("rows");
            for (var row : taken.rows()) {
                json.writeStartObject();
                row(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void row(JsonGenerator json, ResultRow taken) throws IOException {
        json.writeNumberField("line", taken.row().line());
        if (taken.row().key().isPresent()) {
            json.writeStringField("key", taken.row().key().get());
        }
        json.writeStringField("outcome", taken.result().code());
        if (taken.number().isPresent()) {
            json.writeStringField("number", taken.number().get());
        }
        ResponseWriter.findings(json, taken.row().findings());
        json.writeArrayFieldStart("notTakenOver");
        for (var column : taken.row().notTakenOver()) {
            json.writeString(column);
        }
        json.writeEndArray();
    }
}
