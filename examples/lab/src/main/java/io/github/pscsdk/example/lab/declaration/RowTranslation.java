package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.imports.PublishedLayout;
import io.github.pscsdk.example.imports.csv.Row;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns a row into a declaration, as the import of the form reads it. The form says who declares: it knows that
 * from the token. Four columns stand at the end of our sample of vaccination centres only: {@code finess}; {@code
 * idnat} and {@code rpps}, which say who declares all the same; {@code offre}, see {@link OfferedCare}.
 */
public final class RowTranslation {
    private final PublishedLayout layout;

    private RowTranslation(PublishedLayout layout) {
        this.layout = layout;
    }

    /** Of all rows that have the columns of this one, as those of its file have: what they are is found out once. */
    public static RowTranslation of(Row.Readable row) {
        var columns = List.copyOf(row.cells().keySet());
        var layout = PublishedLayout.nearest(columns);
        return new RowTranslation(layout.lacking(columns).isEmpty() ? layout : PublishedLayout.VACCINATION_CENTRES);
    }

    /** The declaration of one row; never fails, whatever the cells hold. */
    public Declaration declaration(Row.Readable row) {
        var published = layout.translate(row, declarant(row)).declaration();
        return layout == PublishedLayout.VACCINATION_CENTRES ? withOurColumns(published, row) : published;
    }

    private static Declaration withOurColumns(Declaration published, Row.Readable row) {
        var offered = OfferedCare.of(cell(row, "offre").orElse(""));
        var declaration = DeclarationDocument.of(published.with(
                Collections.nCopies(offered.size(), published.offers().get(0))));
        for (var i = 0; i < offered.size(); i++) {
            var offer = "offers[" + i + "].";
            declaration.put(offer + "kind", Optional.of(offered.get(i).kind()));
            declaration.put(offer + "products", offered.get(i).products(), true);
            declaration.put(offer + "tests", offered.get(i).tests(), true);
        }
        declaration.put("place.finess", cell(row, "finess"));
        return declaration.declaration();
    }

    private static Declarant declarant(Row.Readable row) {
        return new Declarant(cell(row, "idnat"), cell(row, "rpps"), Optional.empty());
    }

    private static Optional<String> cell(Row.Readable row, String column) {
        return Optional.ofNullable(row.cells().get(column)).filter(text -> !text.isBlank());
    }
}
