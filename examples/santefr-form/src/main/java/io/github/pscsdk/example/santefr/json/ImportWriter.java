package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.santefr.dossier.Fate;
import io.github.pscsdk.example.santefr.dossier.Taken;
import io.github.pscsdk.example.santefr.dossier.TakenRow;
import java.io.IOException;

/** Writes what became of each row of a file. */
public final class ImportWriter {
    private ImportWriter() {}

    /** Every row, in the order of the file. */
    public static byte[] report(Taken taken) {
        var rejected = taken.count(Fate.REJECTED);
        var overLimit = taken.count(Fate.OVER_LIMIT);
        return AnswerWriter.object(json -> {
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

    private static void row(JsonGenerator json, TakenRow taken) throws IOException {
        json.writeNumberField("line", taken.row().line());
        if (taken.row().key().isPresent()) {
            json.writeStringField("key", taken.row().key().get());
        }
        json.writeStringField("outcome", taken.fate().code());
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
