package io.github.pscsdk.example.declaration.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the text of one record into cells (RFC 4180, with the delimiter of the file). */
final class Cells {
    private static final CsvFactory CSV = new CsvFactory();

    private final char delimiter;
    private final CsvSchema layout;

    Cells(char delimiter) {
        this.delimiter = delimiter;
        this.layout = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    }

    char delimiter() {
        return delimiter;
    }

    /** The cells as they stand; empty where the quotes of the record do not match. */
    Optional<List<String>> of(String record) {
        try (var parser = CSV.createParser(record)) {
            parser.setSchema(layout);
            var cells = new ArrayList<String>();
            for (var token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText());
                }
            }
            return Optional.of(cells);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
