package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Tells the person at the terminal what goes on: on standard error, so that standard output holds results only. */
public final class Screen {
    private final PrintWriter out;
    private final Texts texts;
    private final boolean redraws;

    /** @param redraws whether {@code out} is a terminal on which a line may be drawn over */
    public Screen(PrintWriter out, Texts texts, boolean redraws) {
        this.out = out;
        this.texts = texts;
        this.redraws = redraws;
    }

    /** The person's language. */
    public Language language() {
        return texts.language();
    }

    /** A step begins, or something is worth a line. */
    public void say(String key, Object... values) {
        show(List.of(texts.get(key, values)));
    }

    /** A number with its digits grouped as the person's language does. */
    public String digits(int number) {
        return NumberFormat.getIntegerInstance(texts.language().locale()).format(number);
    }

    /** Lines as they are. */
    public void show(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** Asks for something that is typed on the same line. */
    public void ask(String key, Object... values) {
        out.print(texts.get(key, values));
        out.flush();
    }

    /** A bar for that many rows. */
    public ProgressBar progress(int total) {
        return new ProgressBar(out, texts, redraws, total, System::nanoTime);
    }

    /** The command cannot do its job: title, steps, facts and the English detail. */
    public void failure(PscException failure) {
        var lines = lines(Diagnostic.of(failure.problem(), Severity.BLOCKING).with(failure.facts()), texts);
        lines.add("  " + texts.get("failed.detail", String.valueOf(failure.getMessage())));
        show(lines);
    }

    /** A finding that stands in the way: with its steps. */
    public void finding(Diagnostic finding) {
        show(lines(finding, texts));
    }

    /** A finding that does not: code, facts and title on one line. */
    public void remark(Diagnostic finding) {
        var facts = String.join(", ", new TreeMap<>(finding.facts()).values());
        var title = finding.problem().remedy(texts.language().locale()).title();
        show(List.of("  ! " + finding.problem().code() + " " + facts + (facts.isEmpty() ? "" : ": ") + title));
    }

    /** Title, steps and facts of a finding. */
    public static List<String> lines(Diagnostic finding, Texts texts) {
        var problem = finding.problem();
        var remedy = problem.remedy(texts.language().locale());
        var lines = new ArrayList<String>();
        lines.add(remedy.title() + " (" + problem.code() + ")");
        for (var step = 1; step <= remedy.steps().size(); step++) {
            lines.add("  " + step + ". " + remedy.steps().get(step - 1));
        }
        new TreeMap<>(finding.facts()).forEach((name, fact) -> lines.add("  " + texts.get("failed.fact", name, fact)));
        return lines;
    }
}
