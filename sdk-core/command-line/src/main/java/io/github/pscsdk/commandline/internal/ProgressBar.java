package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.util.Locale;

/** The share of rows that are done: a bar that is drawn over on a terminal, else a line at every quarter, so that a log stays short. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final int PERCENT = 100;
    private static final int QUARTERS = 4;

    private final PrintWriter out;
    private final Texts texts;
    private final boolean redraws;
    private final int total;
    private int shown = -1;

    /** A bar of {@code total} steps, at least one; {@code redraws} if {@code out} is a terminal. */
    public ProgressBar(PrintWriter out, Texts texts, boolean redraws, int total) {
        this.out = out;
        this.texts = texts;
        this.redraws = redraws;
        this.total = total;
    }

    /** That many are done; the last call has {@code done == total}. */
    public void show(int done) {
        var step = (int) ((long) (redraws ? PERCENT : QUARTERS) * done / total);
        if (step == shown || step == 0 && !redraws) {
            return;
        }
        shown = step;
        if (redraws) {
            draw(done);
        } else {
            out.printf(Locale.ROOT, "  %s %d/%d%n", texts.get("progress.label"), done, total);
        }
        out.flush();
    }

    private void draw(int done) {
        var filled = "#".repeat(shown * WIDTH / PERCENT);
        var bar = filled + ".".repeat(WIDTH - filled.length());
        var label = texts.get("progress.label");
        out.printf(Locale.ROOT, "\r  %s [%s] %3d %%  %d/%d ", label, bar, shown, done, total);
        if (done == total) {
            out.println();
        }
    }

    /** Leaves the bar where it stands; what is written next begins on a line of its own. */
    @Override
    public void close() {
        if (redraws && shown >= 0 && shown < PERCENT) {
            out.println();
            out.flush();
        }
    }
}
