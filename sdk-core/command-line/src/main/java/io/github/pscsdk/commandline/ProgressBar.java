package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;

/**
 * Shows how many of the rows have been answered: a bar that is drawn over where a terminal is there, a plain line at every
 * quarter otherwise, so that a log stays short.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final int QUARTERS = 4;

    private final PrintWriter out;
    private final Texts texts;
    private final boolean redraws;
    private final int total;
    private int shown = -1;

    /**
     * @param redraws whether {@code out} is a terminal
     * @param total how many there will be; at least one
     */
    public ProgressBar(PrintWriter out, Texts texts, boolean redraws, int total) {
        this.out = Objects.requireNonNull(out, "out");
        this.texts = Objects.requireNonNull(texts, "texts");
        this.redraws = redraws;
        this.total = total;
    }

    /** That many are done; the last call has {@code done == total}. */
    public void show(int done) {
        if (redraws) {
            redraw(done);
        } else {
            writeQuarters(done);
        }
    }

    /** Leaves the bar where it stands; what is written next begins on a line of its own. */
    @Override
    public void close() {
        if (redraws && shown >= 0 && shown < 100) {
            out.println();
            out.flush();
        }
    }

    private void redraw(int done) {
        var percent = (int) (100L * done / total);
        if (percent == shown) {
            return;
        }
        shown = percent;
        var filled = percent * WIDTH / 100;
        out.printf(
                Locale.ROOT,
                "\r  %s [%s%s] %3d %%  %d/%d ",
                texts.get("progress.label"),
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                percent,
                done,
                total);
        if (done == total) {
            out.println();
        }
        out.flush();
    }

    private void writeQuarters(int done) {
        var quarter = (int) ((long) QUARTERS * done / total);
        if (quarter > shown && quarter > 0) {
            out.printf(Locale.ROOT, "  %s %d/%d%n", texts.get("progress.label"), done, total);
            out.flush();
        }
        shown = Math.max(shown, quarter);
    }
}
