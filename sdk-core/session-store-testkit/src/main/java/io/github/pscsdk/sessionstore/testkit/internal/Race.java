package io.github.pscsdk.sessionstore.testkit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs things at once. */
public final class Race {
    private static final int RUNNERS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Race() {}

    /** The results of {@value #RUNNERS} threads, of which each has a number from 0. */
    public static <T> List<T> of(IntFunction<Callable<T>> runner) throws Exception {
        var threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            var runners = new ArrayList<Callable<T>>();
            for (var i = 0; i < RUNNERS; i++) {
                runners.add(runner.apply(i));
            }
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(runners, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
