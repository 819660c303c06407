package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.util.List;

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
        return new ProgressBar(out, texts, redraws, total);
    }

    /** The command cannot do its job. */
    public void failure(PscException failure) {
        show(ProblemText.of(failure, texts));
    }

    /** A finding that stands in the way: with its steps. */
    public void finding(Diagnostic finding) {
        show(ProblemText.of(finding, texts));
    }

    /** A finding that does not: on one line. */
    public void remark(Diagnostic finding) {
        show(List.of(ProblemText.inShort(finding, texts)));
    }
}
