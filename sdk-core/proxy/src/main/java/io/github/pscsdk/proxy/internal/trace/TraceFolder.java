package io.github.pscsdk.proxy.internal.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Traces as JSON lines, one file for each day (UTC), so that the end of the retention period deletes whole files and a
 * question reads only the days it asks for. One proxy writes to one folder.
 */
public final class TraceFolder implements TraceStore {
    /** How a trace is written in one line. */
    public interface Format {
        /** One line without its end. */
        String line(Trace trace);

        /** The trace of a line; empty where it is not one, such as the last line of a node that lost its power. */
        Optional<Trace> parse(String line);
    }

    private final Path folder;
    private final Duration retention;
    private final Format format;
    private final Clock clock;
    private DayFile today;

    private TraceFolder(Path folder, Duration retention, Format format, Clock clock, DayFile today) {
        this.folder = folder;
        this.retention = retention;
        this.format = format;
        this.clock = clock;
        this.today = today;
    }

    /**
     * Opens the folder, makes it where needed, and forgets what is too old.
     *
     * @param retention how long a trace is kept; a whole day goes when its last moment is older
     */
    public static TraceFolder open(Path folder, Duration retention, Format format, Clock clock) throws IOException {
        var day = day(clock.instant());
        DayFile.createFolder(folder);
        var traces = new TraceFolder(folder, retention, format, clock, DayFile.open(folder, day));
        traces.forgetOldDays();
        return traces;
    }

    @Override
    public synchronized void append(Trace trace) throws IOException {
        var day = day(trace.timestamp());
        if (day.isAfter(today.day())) {
            today.close();
            today = DayFile.open(folder, day);
            forgetOldDays();
        }
        today.append(format.line(trace));
    }

    @Override
    public List<Trace> between(Instant start, Instant end) throws IOException {
        List<Trace> found = new ArrayList<>();
        for (var day : DayFile.days(folder)) {
            // A trace made just before midnight may stand in the file of the next day.
            if (!day.isBefore(day(start)) && !day.minusDays(1).isAfter(day(end))) {
                DayFile.read(
                        folder,
                        day,
                        line -> format.parse(line)
                                .filter(t -> t.timestamp().isAfter(start)
                                        && t.timestamp().isBefore(end))
                                .ifPresent(found::add));
            }
        }
        found.sort(Comparator.comparing(Trace::timestamp));
        return List.copyOf(found);
    }

    private void forgetOldDays() throws IOException {
        var oldest = day(clock.instant().minus(retention));
        for (var day : DayFile.days(folder)) {
            if (day.isBefore(oldest)) {
                DayFile.delete(folder, day);
            }
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public synchronized void close() throws IOException {
        today.close();
    }
}
