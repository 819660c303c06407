package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import io.github.pscsdk.example.declaration.text.PlainText;
import io.github.pscsdk.example.imports.csv.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published layouts that can be imported. {@code layouts.csv} has the columns that hold a value as it is. */
public enum PublishedLayout {
    /** Laboratories and a few nurses' practices, 2020; also the older layout with {@code capa_prel}. */
    TESTING_SITES(
            "sites-prelevements",
            OfferKind.TESTING,
            TestingSites::read,
            "rs adresse mod_prel|do_prel|capa_prel",
            "do_prel",
            "do_antigenic"),
    /** From 2021 on; known from a program that loads the file, so of confidence B. */
    LABORATORIES(
            "santefr-lieux-depistage-covid-laboratoires",
            OfferKind.TESTING,
            CombinedCells::ofLaboratory,
            "titre type_de_test"),
    /** January to November 2021, as the regional agencies entered them. */
    VACCINATION_CENTRES(
            "centres-vaccination",
            OfferKind.VACCINATION,
            CombinedCells::ofCentre,
            "gid nom adr_voie com_cp com_insee com_nom",
            "arrete_pref_numero",
            "centre_type"),
    /** 2025, HTML in a cell, as the pharmacies declared themselves. */
    FLU_PHARMACIES(
            "santefr-lieux-vaccination-grippe-pharmacie",
            OfferKind.VACCINATION,
            CombinedCells::ofPharmacy,
            "finess titre modalites_accueil");

    private static final Map<String, List<Column>> COLUMNS =
            ClassPathResource.table(PublishedLayout.class, "layouts.csv").stream()
                    .collect(Collectors.groupingBy(
                            line -> line.get(0), Collectors.mapping(Column::of, Collectors.toList())));

    private final String system;
    private final OfferKind kind;
    private final BiConsumer<SourceCells, DeclarationDocument> combined;
    private final List<List<String>> needed;
    private final List<String> newest;

    /**
     * @param combined puts the cells that hold more than a value; never fails, whatever they hold
     * @param needed the columns that tell the layout; of those with a bar between them one
     * @param newest the columns that came last
     */
    PublishedLayout(
            String system,
            OfferKind kind,
            BiConsumer<SourceCells, DeclarationDocument> combined,
            String needed,
            String... newest) {
        this.system = system;
        this.kind = kind;
        this.combined = combined;
        this.needed = Stream.of(needed.split(" "))
                .map(names -> List.of(names.split("\\|")))
                .toList();
        this.newest = List.of(newest);
    }

    /** A line of {@code layouts.csv}: a list is cut at its separator. */
    private record Column(String path, String[] names, String separator) {
        static Column of(List<String> line) {
            return new Column(line.get(1), line.get(2).split(","), line.get(3));
        }

        void put(SourceCells cells, DeclarationDocument declaration) {
            if (separator.isEmpty()) {
                declaration.put(path, cells.text(names));
            } else {
                declaration.put(path, cells.parts(names[0], separator), true);
            }
        }
    }

    /**
     * A row as a declaration that no rule has seen yet.
     *
     * @param remarks on how the row was read
     * @param notTakenOver filled columns that have no home in the model, or not wholly
     */
    public record Translated(Declaration declaration, List<Finding> remarks, List<String> notTakenOver) {}

    /** The layout of which a header lacks fewest columns. */
    public static PublishedLayout nearest(List<String> columns) {
        return Arrays.stream(values())
                .min(Comparator.comparing(layout -> layout.lacking(columns).size()))
                .orElseThrow();
    }

    /** The columns that a header lacks to be of this layout; none if it is. */
    public List<String> lacking(List<String> columns) {
        var isLacking = isNoneOf(columns);
        return needed.stream()
                .filter(names -> names.stream().allMatch(isLacking))
                .map(names -> names.get(0))
                .toList();
    }

    /** The columns of the newest files of this layout that a header lacks: the file is an older one. */
    public List<String> lackingOfTheNewest(List<String> columns) {
        return newest.stream().filter(isNoneOf(columns)).toList();
    }

    private static Predicate<String> isNoneOf(List<String> columns) {
        var names = columns.stream().map(PlainText::key).collect(Collectors.toSet());
        return column -> !names.contains(PlainText.key(column));
    }

    /** Puts the cells of a row where they belong; never fails, whatever they hold. */
    public Translated translate(Row.Readable row, Declarant declarant) {
        var cells = new SourceCells(row);
        var tree = DeclarationDocument.of(new Declaration(
                declarant,
                Place.NONE,
                List.of(DeclarationDocument.blankOffer(kind)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Source(Optional.of(system), Optional.empty()))));
        COLUMNS.get(system).forEach(column -> column.put(cells, tree));
        combined.accept(cells, tree);
        return new Translated(tree.declaration(), cells.remarks(), cells.notTaken());
    }
}
