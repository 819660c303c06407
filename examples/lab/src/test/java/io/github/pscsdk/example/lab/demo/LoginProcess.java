package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.command.internal.login.BigDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code psc login} of the packaged jar, in English, on a machine without a desktop, with somebody at the keyboard. */
public final class LoginProcess implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-Duser.language=en", "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8");
    private static final int DIGITS = 100;

    private final JarProcess process;

    private LoginProcess(JarProcess process) {
        this.process = process;
    }

    /** Starts it; what it prints goes to a new folder in {@code folder}. */
    static LoginProcess start(Path folder, List<String> options) throws IOException {
        var arguments = new ArrayList<>(List.of("login", "--ask"));
        arguments.addAll(options);
        var own = Files.createTempDirectory(folder, "login");
        return new LoginProcess(JarProcess.withInput(own, Map.of(), OPTIONS, arguments.toArray(String[]::new)));
    }

    /** Waits until it shows that. */
    public LoginProcess awaitShown(String text) {
        process.await("it shows: " + text, () -> shown().contains(text));
        return this;
    }

    /** The two digits that it shows, once it does. */
    public String digits() {
        process.await("it shows two digits", () -> !drawnDigits().isEmpty());
        return drawnDigits().get(0);
    }

    private List<String> drawnDigits() {
        var lines = shown().lines().toList();
        return IntStream.range(0, DIGITS)
                .mapToObj("%02d"::formatted)
                .filter(digits -> Collections.indexOfSubList(lines, BigDigits.of(digits)) >= 0)
                .toList();
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        process.type(line);
    }

    /** What the person has seen so far. */
    public String shown() {
        return process.err();
    }

    /** Waits for its end. */
    public CommandRun result() throws IOException, InterruptedException {
        return process.result();
    }

    /** What a power cut does. */
    public void kill() throws IOException, InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
