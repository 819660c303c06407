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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traces as JSON lines, one file for each day (UTC), so that the end of the retention period deletes whole files and a
 * question reads only the days it asks for. One proxy writes to one folder.
 *
 * <p>One thread writes, which nobody interrupts. Whatever came while it forced the disk is forced at once afterwards: a disk that
 * forces a hundred times a second keeps thousands of traces. After a failure, a full disk's for instance, the file is opened again for
 * the next trace.
 */
public final class TraceFolder implements TraceStore {
    /** How a trace is written in one line. */
    public interface Format {
        /** One line without its end. */
        String line(Trace trace);

        /** The trace of a line; empty where it is not one, such as the last line of a node that lost its power. */
        Optional<Trace> parse(String line);
    }

    private static final Logger log = LoggerFactory.getLogger(TraceFolder.class);
    /** For a disk that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Duration retention;
    private final Format format;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(TraceFolder::thread);
    // Both belong to the writer, once it runs. No file after a failure.
    private LocalDate day;
    private Optional<DayFile> file;

    private TraceFolder(Path folder, Duration retention, Format format, Clock clock, DayFile today) {
        this.folder = folder;
        this.retention = retention;
        this.format = format;
        this.clock = clock;
        this.day = today.day();
        this.file = Optional.of(today);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "traces");
        thread.setDaemon(true);
        return thread;
    }

    /** A trace whose caller waits. */
    private record Waiting(Trace trace, CompletableFuture<Void> kept) {}

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
    public void append(Trace trace) throws IOException {
        var entry = new Waiting(trace, new CompletableFuture<>());
        waiting.add(entry);
        try {
            writer.execute(this::writeWaiting);
            entry.kept.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (RejectedExecutionException e) {
            throw new IOException("the folder of the traces is closed", e);
        } catch (CompletionException e) {
            throw new IOException("a trace cannot be written", e.getCause());
        }
    }

    private void writeWaiting() {
        var batch = new ArrayList<Waiting>();
        for (var entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            batch.add(entry);
        }
        if (batch.isEmpty()) {
            // They went with those before.
            return;
        }
        try {
            write(batch.stream().map(Waiting::trace).toList());
            batch.forEach(entry -> entry.kept.complete(null));
        } catch (IOException | RuntimeException e) {
            batch.forEach(entry -> entry.kept.completeExceptionally(e));
        }
    }

    private void write(List<Trace> batch) throws IOException {
        var lines = batch.stream().map(format::line).toList();
        var latest = batch.stream()
                .map(trace -> day(trace.timestamp()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (latest.isAfter(day)) {
            leaveFile();
            day = latest;
            // First of all: it makes room.
            forgetOldDays();
        }
        try {
            if (file.isEmpty()) {
                file = Optional.of(DayFile.open(folder, day));
            }
            file.get().append(lines);
        } catch (IOException e) {
            leaveFile();
            throw e;
        }
    }

    private void leaveFile() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            log.warn("a file of traces could not be closed", e);
        } finally {
            file = Optional.empty();
        }
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

    private void forgetOldDays() {
        var oldest = day(clock.instant().minus(retention));
        try {
            for (var old : DayFile.days(folder)) {
                if (old.isBefore(oldest)) {
                    DayFile.delete(folder, old);
                }
            }
        } catch (IOException e) {
            log.error("traces that are too old could not be deleted", e);
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Writes what is there, then closes; what comes later is refused. */
    @Override
    public void close() throws IOException {
        if (writer.isShutdown()) {
            return;
        }
        writer.execute(this::leaveFile);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the disk does not answer: the last traces may be lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
