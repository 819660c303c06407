package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.imports.ImportReport;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.Importer;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvFile;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.example.imports.csv.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A published file. The files lie beside the project and are never copied into it. */
enum PublishedFile {
    CENTRES_OF_APRIL("centres-vaccination.2021-04-13.extrait.csv"),
    CENTRES_OF_NOVEMBER("centres-vaccination.2021-11-18.extrait.csv"),
    TESTING_SITES("sites-prelevements-grand-public.extrait.csv"),
    FLU_PHARMACIES("santefr-lieux-vaccination-grippe-pharmacie.extrait.csv");

    private static final String FOLDER = "shared/data/santefr";

    private final String file;
    private Optional<Import> imported = Optional.empty();
    private Optional<List<Map<String, String>>> cells = Optional.empty();

    PublishedFile(String file) {
        this.file = file;
    }

    /** What an import by a fictitious pharmacist makes of it. */
    record Import(ImportReport report, List<ImportedRow> rows) {}

    /** The cells, as they stand; read once for all tests. */
    synchronized List<Map<String, String>> cells() throws IOException, CsvRefusedException {
        if (cells.isEmpty()) {
            cells = Optional.of(readCells());
        }
        return cells.orElseThrow();
    }

    private List<Map<String, String>> readCells() throws IOException, CsvRefusedException {
        var read = new ArrayList<Map<String, String>>();
        try (var in = Files.newInputStream(path())) {
            var csv = CsvFile.open(in, Bounds.DEFAULT);
            for (var row = csv.next(); row.isPresent(); row = csv.next()) {
                read.add(((Row.Readable) row.get()).cells());
            }
        }
        return List.copyOf(read);
    }

    /** Imported once for all tests. */
    synchronized Import imported() throws IOException, CsvRefusedException {
        if (imported.isEmpty()) {
            var rows = new ArrayList<ImportedRow>();
            try (var in = Files.newInputStream(path())) {
                var check = new DeclarationCheck(Eligibility.current());
                var importer = new Importer(check, SampleCallers.pharmacist(), Bounds.DEFAULT);
                var report = importer.read(in, rows::add);
                imported = Optional.of(new Import(report, List.copyOf(rows)));
            }
        }
        return imported.orElseThrow();
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(path());
    }

    /** Skips the test, loudly, where the files are not; in CI they must be there. */
    private Path path() {
        var folder = folder();
        if (folder.isEmpty()) {
            var message = "no folder " + FOLDER + " in or above " + Path.of("").toAbsolutePath()
                    + ", so the rules were not compared with real rows";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            Assumptions.abort("SKIPPED: " + message);
        }
        return folder.orElseThrow().resolve(file);
    }

    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
