package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The published layouts that can be imported. */
public enum PublishedLayout {
    /** {@code sites-prelevements-*}, comma, 2020; also the older layout with {@code capa_prel}. */
    TESTING_SITES(new TestingSites(), "do_prel", "do_antigenic"),
    /** {@code santefr-lieux-depistage-covid-laboratoires}, semicolon, from 2021 on. */
    LABORATORIES(new Laboratories()),
    /** {@code centres-vaccination}, semicolon, January to November 2021. */
    VACCINATION_CENTRES(new VaccinationCentres(), "arrete_pref_numero", "centre_type"),
    /** {@code santefr-lieux-vaccination-grippe-pharmacie}, semicolon, HTML in a cell, 2025. */
    FLU_PHARMACIES(new FluPharmacies());

    private final RowReader reader;
    private final List<String> newest;

    /** @param newest the columns that came last */
    PublishedLayout(RowReader reader, String... newest) {
        this.reader = reader;
        this.newest = List.of(newest);
    }

    /**
     * A row as a declaration that no rule has seen yet.
     *
     * @param declaration raw texts
     * @param remarks on how the row was read
     * @param notTakenOver filled columns that have no home in the model, or not wholly
     */
    public record Translated(Declaration declaration, List<Finding> remarks, List<String> notTakenOver) {
        public Translated {
            remarks = List.copyOf(remarks);
            notTakenOver = List.copyOf(notTakenOver);
        }
    }

    /** The layout of a header. */
    public static Optional<PublishedLayout> of(List<String> columns) {
        return Optional.of(nearest(columns))
                .filter(layout -> layout.lacking(columns).isEmpty());
    }

    /** The layout of which a header lacks fewest columns. */
    public static PublishedLayout nearest(List<String> columns) {
        return Arrays.stream(values())
                .min(Comparator.comparing(layout -> layout.lacking(columns).size()))
                .orElseThrow();
    }

    /** The columns that a header lacks to be of this layout; none if it is. */
    public List<String> lacking(List<String> columns) {
        var names = columns.stream().map(Spelling::key).collect(Collectors.toSet());
        return reader.lacking(column -> names.contains(Spelling.key(column)));
    }

    /** The columns of the newest files of this layout that a header lacks: the file is an older one. */
    public List<String> lackingOfTheNewest(List<String> columns) {
        var names = columns.stream().map(Spelling::key).collect(Collectors.toSet());
        return newest.stream()
                .filter(column -> !names.contains(Spelling.key(column)))
                .toList();
    }

    /** Puts the cells of a row where they belong; never fails, whatever they hold. */
    public Translated translate(Row.Readable row, Declarant declarant) {
        var cells = new SourceCells(row);
        var remarks = new ArrayList<Finding>();
        if (row.windows()) {
            remarks.add(RowRemark.ENCODING.finding());
        }
        var declaration = reader.declaration(cells, declarant, remarks);
        return new Translated(declaration, remarks, cells.notTaken());
    }

    /** Knows the columns of one layout. */
    interface RowReader {
        /** The columns that a header lacks to be of this layout; none if it is. */
        List<String> lacking(Predicate<String> hasColumn);

        /** The declaration of a row, every value as it stands; never fails, whatever the cells hold. */
        Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks);
    }
}
