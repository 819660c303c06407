package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.lab.declaration.CentreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows to declare.
 *
 * @param name what to call them
 * @param rows at least one
 */
record Input(String name, List<Row> rows) {
    private static final String SAMPLE = "/io/github/pscsdk/example/lab/sample/centres-fictifs.csv";

    /** Reads that file, or our own sample where none is given. */
    static Input of(Optional<Path> file, Texts texts) throws PscException {
        return file.isPresent()
                ? new Input(
                        file.get().getFileName().toString(),
                        CentreFile.read(file.get()).rows())
                : new Input(texts.get("input.sample"), sample().rows());
    }

    private static CentreFile sample() throws PscException {
        try (var in = Input.class.getResourceAsStream(SAMPLE)) {
            return CentreFile.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the sample cannot be read", e);
        }
    }
}
