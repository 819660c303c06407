package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.declaration.CentreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The rows to declare. */
record Input(String name, CentreFile file) {
    private static final String SAMPLE = "/io/github/pscsdk/example/lab/sample/centres-fictifs.csv";

    /** That file, or our own sample where none is given. */
    static Input of(Optional<Path> file, Texts texts) throws PscException, InterruptedException {
        if (file.isEmpty()) {
            return new Input(texts.get("input.sample"), CentreFile.of(() -> Input.class.getResourceAsStream(SAMPLE)));
        }
        var path = file.get();
        if (!Files.isRegularFile(path)) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "cannot read " + path);
        }
        return new Input(path.getFileName().toString(), CentreFile.of(() -> Files.newInputStream(path)));
    }
}
