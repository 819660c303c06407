package io.github.pscsdk.example.console.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the text of one record into cells (RFC 4180, with {@code ;} between them). */
final class Cells {
    static final char DELIMITER = ';';

    private static final CsvFactory CSV = new CsvFactory();
    private static final CsvSchema LAYOUT = CsvSchema.emptySchema().withColumnSeparator(DELIMITER);

    private Cells() {}

    /** The cells as they stand; empty where the quotes of the record do not match. */
    static Optional<List<String>> of(String record) {
        try (var parser = CSV.createParser(record)) {
            parser.setSchema(LAYOUT);
            var cells = new ArrayList<String>();
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
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
