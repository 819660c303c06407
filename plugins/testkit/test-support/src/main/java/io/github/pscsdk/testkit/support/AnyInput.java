package io.github.pscsdk.testkit.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** The promise of code that reads what others wrote: a value or one typed refusal, soon, that quotes nothing. */
public final class AnyInput {
    /** Stands in seeds where a secret or a name would. */
    private static final String MARK = "zq9mark";

    private static final Duration SOON = Duration.ofSeconds(5);

    private AnyInput() {}

    /** Code that reads one input. */
    @FunctionalInterface
    public interface Reader {
        void read() throws Exception;
    }

    /** Fails where the reader breaks the promise; it is measured in processor time, since a machine may be busy. */
    public static void read(Reader reader, Class<?>... refusals) {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        try {
            reader.read();
        } catch (Exception e) {
            if (Stream.of(refusals).noneMatch(refusal -> refusal.isInstance(e))) {
                throw new AssertionError("no refusal: " + e.getClass().getName(), e);
            }
            if (Stream.iterate((Throwable) e, told -> told != null, Throwable::getCause)
                    .anyMatch(told -> String.valueOf(told.getMessage()).contains(MARK))) {
                throw new AssertionError("the refusal quotes its input", e);
            }
        }
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
        if (took.compareTo(SOON) > 0) {
            throw new AssertionError("it took " + took);
        }
    }
}
