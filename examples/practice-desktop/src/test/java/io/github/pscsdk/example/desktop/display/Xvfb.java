package io.github.pscsdk.example.desktop.display;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.awt.Toolkit;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A running X server. It ends by itself when this JVM does, for then its only client is gone. */
final class Xvfb {
    private static final String SCREEN = "1600x1200x24";

    private Xvfb() {}

    /** Of the C library: the JDK reads DISPLAY where Java cannot set it. */
    private interface C extends Library {
        int setenv(String name, String value, int overwrite);
    }

    static Optional<Path> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "Xvfb"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Xvfb start(Path program) {
        try {
            // It chooses the number itself, and tells it on standard output once it listens.
            var server = new ProcessBuilder(
                            program.toString(),
                            "-displayfd",
                            "1",
                            "-screen",
                            "0",
                            SCREEN,
                            "-nolisten",
                            "tcp",
                            "-terminate")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            var number = Optional.ofNullable(out.readLine())
                    .orElseThrow(() -> new IllegalStateException("the X server did not start"));
            Native.load("c", C.class).setenv("DISPLAY", ":" + number.strip(), 1);
            System.setProperty("java.awt.headless", "false");
            // Connects now: a server without a client would outlive a JVM that is killed.
            Toolkit.getDefaultToolkit().getScreenSize();
            return new Xvfb();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
