package io.github.pscsdk.benchmark.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with our class path, for what is only true of a cold one. */
public final class ChildJvm {
    private static final int LONGEST_SECONDS = 120;

    private ChildJvm() {}

    public static Process start(List<String> options, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs a main class; returns the numbers that it printed, one a line. */
    public static List<Double> ask(Class<?> main, String... arguments) throws IOException, InterruptedException {
        var process = start(List.of(), main, arguments);
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main.getSimpleName() + " failed");
        }
        return printed.lines().map(Double::valueOf).toList();
    }
}
