package io.github.pscsdk.testkit.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs classes of a module again and again in one JVM, in another order each time, for {@code .ci/steady}. */
class RepeatedTestRun {
    private final List<String> classes = words("rounds.classes");
    private final long seed = Long.getLong("rounds.seed");

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void every_class_passes_every_round() {
        var failed = 0;
        for (var round = 1; round <= Integer.getInteger("rounds"); round++) {
            failed += run(round, seed + round - 1);
        }
        assertEquals(0, failed, "runs of a class that failed");
    }

    private int run(int round, long seed) {
        var failures = new SummaryGeneratingListener();
        var times = new Times();
        LauncherFactory.create().execute(request(seed), failures, times);

        var out = new PrintWriter(System.out, true);
        if (failures.getSummary().getTotalFailureCount() > 0) {
            out.printf(Locale.ROOT, "== round %d, seed %d%n", round, seed);
            failures.getSummary().printFailuresTo(out, 60);
        }
        times.ended.forEach((name, result) -> out.printf(Locale.ROOT, "ROUND %d %s %s%n", round, name, result));
        var passed = times.ended.values().stream()
                .filter(result -> result.startsWith("passed"))
                .count();
        return classes.size() - (int) passed;
    }

    private LauncherDiscoveryRequest request(long seed) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(name -> selectClass(name)).toList())
                .filters(excludeTags(words("rounds.without")))
                .configurationParameters(Map.of(
                        "junit.jupiter.execution.timeout.default", "120 s",
                        "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD",
                        "junit.jupiter.execution.timeout.threaddump.enabled", "true",
                        "junit.jupiter.execution.order.random.seed", String.valueOf(seed),
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random",
                        "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random"))
                .build();
    }

    private static List<String> words(String property) {
        return Stream.of(System.getProperty(property).split(",")).toList();
    }

    /** How each class ended, with all that is in it. */
    private static final class Times implements TestExecutionListener {
        private final Map<String, Long> begun = new ConcurrentHashMap<>();
        private final Map<String, Boolean> failed = new ConcurrentHashMap<>();
        private final Map<String, String> ended = new TreeMap<>();

        @Override
        public void executionStarted(TestIdentifier test) {
            begun.putIfAbsent(test.getUniqueId(), System.nanoTime());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                test.getUniqueIdObject().getSegments().stream()
                        .filter(segment -> segment.getType().equals("class"))
                        .forEach(segment -> failed.put(segment.getValue(), true));
            }
            test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getClassName())
                    .filter(name -> !name.contains("$"))
                    .ifPresent(name -> end(name, Duration.ofNanos(System.nanoTime() - begun.get(test.getUniqueId()))));
        }

        private synchronized void end(String name, Duration time) {
            ended.put(
                    name,
                    String.format(
                            Locale.ROOT,
                            "%s %.1f",
                            failed.containsKey(name) ? "failed" : "passed",
                            time.toMillis() / 1000.0));
        }
    }
}
