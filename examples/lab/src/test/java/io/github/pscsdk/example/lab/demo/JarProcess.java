package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A packaged command in a process of its own, its output in files. */
final class JarProcess implements AutoCloseable {
    /** Those of the start script. */
    private static final List<String> OF_THE_SCRIPT =
            List.of(System.getProperty("command.jvm").split(" "));

    private static final Set<String> OF_PSC = Set.of("login", "doctor", "guide");

    private final Process process;
    private final Path out;
    private final Path err;

    private JarProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code java <options> -jar <jar> <arguments>}, the jar of the command that has this subcommand, with nothing to read on standard input. */
    static JarProcess start(Path folder, List<String> options, String... arguments) throws IOException {
        return start(folder, Map.of(), options, arguments);
    }

    /** The same, with more in its environment. */
    static JarProcess start(Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        var started = withInput(folder, environment, options, arguments);
        started.process.getOutputStream().close();
        return started;
    }

    /** The same, with somebody who {@linkplain #type types}. */
    static JarProcess withInput(Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OF_THE_SCRIPT);
        command.addAll(options);
        command.addAll(List.of("-jar", jar(List.of(arguments)).toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // A JVM writes a line of its own to standard error where one of these is set.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new JarProcess(builder.start(), out, err);
    }

    private static Path jar(List<String> arguments) {
        return arguments.stream().limit(1).anyMatch(OF_PSC::contains)
                ? Path.of("..", "..", "sdk-core", "command", "target", "psc.jar")
                : Path.of("target", "psc-lab.jar");
    }

    /** Writes a line to its standard input. */
    void type(String line) throws IOException {
        process.getOutputStream().write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits for its end. */
    CommandRun result() throws IOException, InterruptedException {
        return new CommandRun(Await.exit("the command has ended", process), out(), err());
    }

    /** Waits until that is so, which it must be before its end. */
    void await(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            var isOver = !process.isAlive();
            // The last look is after its end: what it wrote then counts too.
            var isSo = condition.getAsBoolean();
            assertTrue(isSo || !isOver, () -> "it ended too early:\n" + out() + err());
            return isSo;
        });
    }

    /** What it wrote to standard output so far. */
    String out() {
        return content(out);
    }

    /** What it wrote to standard error so far. */
    String err() {
        return content(err);
    }

    private static String content(Path file) {
        try {
            // Without a word about a last character that is not there in full yet.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What Ctrl-C does. */
    void interrupt() {
        process.destroy();
    }

    /** What a power cut does; it is gone when this returns. */
    void kill() throws IOException, InterruptedException {
        Await.exit("the killed command has ended", process.destroyForcibly());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
