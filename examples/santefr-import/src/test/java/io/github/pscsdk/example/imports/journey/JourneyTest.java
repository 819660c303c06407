package io.github.pscsdk.example.imports.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.Importer;
import io.github.pscsdk.example.imports.RowReport;
import io.github.pscsdk.example.imports.csv.Bounds;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private final Clock clock = Clock.fixed(Instant.parse("2021-02-01T09:00:00Z"), ZoneOffset.UTC);
    private final Caller caller = SampleCallers.pharmacist();

    @Test
    void a_declaration_goes_from_its_draft_to_its_withdrawal() throws Exception {
        var body = SampleDeclaration.flawless().bytes();

        var life = new LifeCycle(new DeclarationCheck(Eligibility.current()), clock);
        var draft = life.create(DeclarationDocument.read(body), caller);
        var handedOver = life.handOver(draft, caller); // or a refusal with the findings
        var withdrawn = life.withdraw(handedOver, caller, WithdrawalReason.END_OF_ACTIVITY);

        assertEquals(State.WITHDRAWN, withdrawn.state());
        assertEquals(2, withdrawn.versions().size());
    }

    @Test
    void a_published_file_becomes_declarations_and_a_report() throws Exception {
        var csv = new StringBuilder();
        var kept = new ArrayList<ImportedRow>();
        InputStream file = new ByteArrayInputStream(("gid;nom;adr_voie;com_cp;com_insee;com_nom\n"
                        + "7;Salle;Rue;21850;21540;Ville\n8;Salle;Rue;2185;21540;Ville\n")
                .getBytes(StandardCharsets.UTF_8));

        var check = new DeclarationCheck(Eligibility.current());
        var rowReport = new RowReport(csv);
        var report = new Importer(check, caller, Bounds.DEFAULT).read(file, row -> {
            rowReport.add(row, row.isRejected() ? "rejected" : "imported", "");
            row.declaration().ifPresent(declaration -> kept.add(row));
        });

        assertEquals(List.of(2, 1, 1), List.of(report.read(), report.imported(), report.rejected()));
        assertEquals(
                List.of("7"), kept.stream().map(row -> row.key().orElseThrow()).toList());
        assertTrue(csv.toString().contains("\"V-CP\""));
    }
}
