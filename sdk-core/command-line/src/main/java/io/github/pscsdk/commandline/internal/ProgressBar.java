package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The share of rows that are done: on a terminal a bar that is drawn over, with rate and time left; else a line at
 * every quarter, so that a log stays short.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final int PERCENT = 100;
    private static final int QUARTERS = 4;
    private static final int PACE_WIDTH = 28;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final Texts texts;
    private final boolean redraws;
    private final int total;
    private final LongSupplier nanoTime;
    private int shown = -1;
    private int counted;
    private long countedAt;
    private double nanosPerRow;

    /**
     * A bar of {@code total} steps, at least one; {@code redraws} if {@code out} is a terminal; {@code nanoTime} tells
     * time, as {@link System#nanoTime}.
     */
    ProgressBar(PrintWriter out, Texts texts, boolean redraws, int total, LongSupplier nanoTime) {
        this.out = out;
        this.texts = texts;
        this.redraws = redraws;
        this.total = total;
        this.nanoTime = nanoTime;
        countedAt = nanoTime.getAsLong();
    }

    /** That many are done; the last call has {@code done == total}. */
    public void show(int done) {
        var step = (int) ((long) (redraws ? PERCENT : QUARTERS) * done / total);
        if (step == shown || step == 0 && !redraws) {
            return;
        }
        shown = step;
        if (redraws) {
            measure(done);
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
        out.printf(Locale.ROOT, "\r  %s [%s] %3d %%  %d/%d %s", label, bar, shown, done, total, pace(total - done));
        if (done == total) {
            out.println();
        }
    }

    /**
     * The last rows count more than those before: the first pay for the start, and some may have been done by an
     * earlier run.
     */
    private void measure(int done) {
        var now = nanoTime.getAsLong();
        if (done > counted) {
            var latest = (double) (now - countedAt) / (done - counted);
            nanosPerRow = nanosPerRow == 0 ? latest : (3 * nanosPerRow + latest) / 4;
        }
        counted = done;
        countedAt = now;
    }

    /** As wide each time, so that nothing stays of what it is drawn over; empty until there is one. */
    private String pace(int left) {
        if (nanosPerRow == 0) {
            return "";
        }
        var seconds = Math.round(left * nanosPerRow / NANOS_PER_SECOND);
        var time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        var text = texts.get("progress.pace", Math.round(NANOS_PER_SECOND / nanosPerRow), time);
        return String.format(Locale.ROOT, " %-" + PACE_WIDTH + "s", text);
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
