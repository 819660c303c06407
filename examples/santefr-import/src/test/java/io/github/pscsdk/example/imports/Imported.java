package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an import by a fictitious pharmacist made of a text. */
record Imported(ImportReport report, List<ImportedRow> rows) {
    private static final DeclarationCheck CHECK = new DeclarationCheck(Eligibility.current());

    static Imported of(String file) throws IOException, CsvRefusedException {
        return of(file.getBytes(StandardCharsets.UTF_8), Bounds.DEFAULT);
    }

    static Imported of(byte[] file, Bounds bounds) throws IOException, CsvRefusedException {
        var rows = new ArrayList<ImportedRow>();
        var importer = new Importer(CHECK, SampleCallers.pharmacist(), bounds);
        return new Imported(importer.read(new ByteArrayInputStream(file), rows::add), rows);
    }

    ImportedRow only() {
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows");
        }
        return rows.get(0);
    }
}
