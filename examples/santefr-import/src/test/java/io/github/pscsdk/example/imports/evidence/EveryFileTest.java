package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.Importer;
import io.github.pscsdk.example.imports.csv.Bounds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every row of every published file. */
class EveryFileTest {
    private final DeclarationCheck check = new DeclarationCheck(Eligibility.current());

    @ParameterizedTest
    @EnumSource(PublishedFile.class)
    void each_row_is_imported_or_rejected_with_rule_and_field(PublishedFile file) throws Exception {
        var imported = file.imported();

        assertEquals(file.cells().size(), imported.rows().size());
        for (var row : imported.rows()) {
            var errors = row.findings().stream()
                    .filter(finding -> finding.severity() == Severity.E)
                    .toList();
            assertEquals(row.isRejected() || row.isToCorrect(), !errors.isEmpty(), row::toString);
            assertTrue(errors.stream().noneMatch(error -> error.field().isEmpty()), row::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(PublishedFile.class)
    void what_was_imported_passes_again_unchanged_and_through_JSON(PublishedFile file) throws Exception {
        for (var row : file.imported().rows()) {
            if (row.isRejected()) {
                continue;
            }
            var kept = row.declaration().orElseThrow();
            var again = check.check(kept, SampleCallers.pharmacist());
            assertEquals(kept, again.kept(), row::toString);
            assertEquals(row.isToCorrect(), again.normalised().isEmpty(), row::toString);
            assertTrue(again.findings().stream().noneMatch(finding -> finding.severity() == Severity.N), row::toString);
            var json = DeclarationDocument.canonical(kept).getBytes(StandardCharsets.UTF_8);
            assertEquals(kept, DeclarationDocument.read(json), row::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(PublishedFile.class)
    void damage_to_one_byte_in_a_thousand_crashes_nothing(PublishedFile file) throws Exception {
        var bytes = file.bytes();
        var header = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 1;
        var random = new Random(7);
        for (var i = 0; i < bytes.length / 1_000; i++) {
            var at = header + random.nextInt(bytes.length - header);
            bytes[at] = (byte) "\";,\n\r\0<&\u00e9".charAt(random.nextInt(9));
        }

        var rows = new ArrayList<ImportedRow>();
        var report = new Importer(check, SampleCallers.pharmacist(), Bounds.DEFAULT)
                .read(new ByteArrayInputStream(bytes), rows::add);

        assertEquals(report.read(), rows.size());
        assertTrue(report.read() >= file.cells().size() / 2, report::toString);
    }
}
