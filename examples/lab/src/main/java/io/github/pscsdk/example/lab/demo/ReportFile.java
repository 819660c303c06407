package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.csv.CsvWriter;
import io.github.pscsdk.example.lab.json.JsonWriter;
import io.github.pscsdk.example.lab.outcome.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The outcome of every row in a file, written as it goes: an array with an object for each row where its name ends in
 * {@code .json}, else a table with a line for each finding, and one for a row without any.
 */
final class ReportFile implements AutoCloseable {
    private final Path file;
    private final Language language;
    private final boolean json;
    private final Writer out;
    private String separator = "[";

    private ReportFile(Path file, Language language) throws IOException {
        this.file = file;
        this.language = language;
        json = file.toString().endsWith(".json");
        out = Files.newBufferedWriter(file);
        if (!json) {
            row("line", "result", "rule", "severity", "field", "text");
        }
    }

    /**
     * Begins a file, in place of one that is there.
     *
     * @throws PscException {@link CommandLineProblem#OUTPUT_UNWRITABLE}
     */
    static ReportFile begin(Path file, Language language) throws PscException {
        try {
            return new ReportFile(file, language);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Adds the outcomes of some rows, in the order of the file. */
    void add(List<Outcome> outcomes) throws PscException {
        try {
            for (var outcome : outcomes) {
                add(outcome);
            }
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    private void add(Outcome outcome) throws IOException {
        if (json) {
            out.write(separator + "\n" + JsonWriter.oneLine(outcome));
            separator = ",";
            return;
        }
        var line = Integer.toString(outcome.line());
        var result = outcome.result().name();
        if (outcome.findings().isEmpty()) {
            row(line, result, "", "", "", "");
        }
        for (var one : outcome.findings()) {
            row(line, result, one.rule(), one.severity().name(), one.field(), one.text(language));
        }
    }

    private void row(String... cells) {
        new CsvWriter(out).row(List.of(cells));
    }

    @Override
    public void close() throws PscException {
        try (out) {
            out.write(json ? (separator.equals("[") ? "[" : "") + "\n]\n" : "");
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static PscException unwritable(Path file, Exception cause) {
        return new PscException(CommandLineProblem.OUTPUT_UNWRITABLE, file + " cannot be written", cause);
    }
}
