package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.csv.CsvWriter;
import io.github.pscsdk.example.lab.json.OutcomeWriter;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.outcome.RowReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of every row in a file, written as it goes. By the ending of its name it is a table with a line for each finding and one for a row without any
 * ({@code .csv}), or an array with an object for each row ({@code .json}).
 */
final class ReportFile implements RowReport {
    private static final String JSON = ".json";

    private final Path file;
    private final Writer out;
    private final boolean json;
    private final Texts texts;
    private String separator = "[\n";

    private ReportFile(Path file, Texts texts) throws IOException {
        this.file = file;
        this.texts = texts;
        json = file.toString().endsWith(JSON);
        out = Files.newBufferedWriter(file);
        if (!json) {
            new CsvWriter(out).row(List.of("line", "outcome", "rule", "severity", "field", "text"));
        }
    }

    /** Whether the ending of its name is one of the two. */
    static boolean canBe(Path file) {
        return file.toString().endsWith(JSON) || file.toString().endsWith(".csv");
    }

    /**
     * Begins a file, in place of one that is there.
     *
     * @throws PscException {@link CommandLineProblem#OUTPUT_UNWRITABLE}
     */
    static ReportFile begin(Path file, Texts texts) throws PscException {
        try {
            return new ReportFile(file, texts);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void add(List<Outcome> outcomes) throws PscException {
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
            out.write(separator + OutcomeWriter.write(outcome, this::text));
            separator = ",\n";
            return;
        }
        var csv = new CsvWriter(out);
        var line = Integer.toString(outcome.line());
        var result = outcome.result().code();
        for (var finding : outcome.findings()) {
            var severity = finding.severity().name().toLowerCase(Locale.ROOT);
            csv.row(List.of(line, result, finding.rule(), severity, finding.field(), text(finding)));
        }
        if (outcome.findings().isEmpty()) {
            csv.row(List.of(line, result, "", "", "", ""));
        }
    }

    /** What the form says; what the rule is about where it says nothing. */
    private String text(Finding finding) {
        var text = finding.text(texts.language());
        return text.isEmpty() ? texts.find("rule." + finding.rule()).orElse("") : text;
    }

    @Override
    public void close() throws PscException {
        try (out) {
            if (json) {
                out.write(separator.equals("[\n") ? "[]\n" : "\n]\n");
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static PscException unwritable(Path file, Exception cause) {
        return new PscException(CommandLineProblem.OUTPUT_UNWRITABLE, file + " cannot be written", cause);
    }
}
