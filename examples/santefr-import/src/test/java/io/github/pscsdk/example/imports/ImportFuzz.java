package io.github.pscsdk.example.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.testkit.support.AnyInput;

class ImportFuzz {
    @FuzzTest
    void any_file_is_rows_that_are_all_counted_or_is_refused(byte[] csv) {
        AnyInput.read(
                () -> {
                    var imported = Imported.of(csv, Bounds.DEFAULT);
                    assertEquals(imported.rows().size(), imported.report().read());
                },
                CsvRefusedException.class);
    }
}
