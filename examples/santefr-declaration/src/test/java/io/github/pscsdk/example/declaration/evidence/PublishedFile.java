package io.github.pscsdk.example.declaration.evidence;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The rows of a published file. The files lie beside the project and are never copied into it. */
enum PublishedFile {
    CENTRES_OF_APRIL("centres-vaccination.2021-04-13.extrait.csv", ';'),
    CENTRES_OF_NOVEMBER("centres-vaccination.2021-11-18.extrait.csv", ';'),
    TESTING_SITES("sites-prelevements-grand-public.extrait.csv", ','),
    FLU_PHARMACIES("santefr-lieux-vaccination-grippe-pharmacie.extrait.csv", ';');

    private static final String FOLDER = "shared/data/santefr";

    private final String file;
    private final char separator;

    PublishedFile(String file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** Skips the test, loudly, where the files are not; in CI they must be there. */
    List<Map<String, String>> rows() {
        var folder = folder();
        if (folder.isEmpty()) {
            var message = "no folder " + FOLDER + " in or above " + Path.of("").toAbsolutePath()
                    + ", so the rules were not compared with real rows";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            Assumptions.abort("SKIPPED: " + message);
        }
        try (MappingIterator<Map<String, String>> rows =
                reader().readValues(Files.newBufferedReader(folder.get().resolve(file)))) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectReader reader() {
        var schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        return new CsvMapper().readerForMapOf(String.class).with(schema);
    }

    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
