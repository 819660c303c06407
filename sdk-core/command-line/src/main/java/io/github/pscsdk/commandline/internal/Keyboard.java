package io.github.pscsdk.commandline.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The lines that the person types. Reading a stream ignores interrupts: hence a thread that does nothing else. */
public final class Keyboard {
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private Keyboard() {}

    /** Standard input, whoever writes there. */
    public static Keyboard ofStandardInput() {
        return reading(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    /** Begins to read. */
    public static Keyboard reading(Reader in) {
        var keyboard = new Keyboard();
        var thread = new Thread(() -> keyboard.read(new BufferedReader(in)), "psc-keyboard");
        thread.setDaemon(true);
        thread.start();
        return keyboard;
    }

    /** Waits for a line; empty when nothing more can be typed. */
    public Optional<String> line() throws InterruptedException {
        var line = lines.take();
        if (line.isEmpty()) {
            lines.add(line);
        }
        return line;
    }

    private void read(BufferedReader in) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // A terminal that went away: nothing more can be typed.
        }
        lines.add(Optional.empty());
    }
}
