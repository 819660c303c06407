package io.github.pscsdk.proxy;

import io.github.pscsdk.sessionstore.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key ring for tests, drawn into a file. */
public record DrawnKeys(Path file) {
    public static DrawnKeys drawnIn(Path folder) throws IOException {
        return new DrawnKeys(Files.writeString(folder.resolve("key-ring"), KeyRing.draw("2026-11")));
    }

    public KeyRing ring() throws IOException {
        return KeyRing.read(file);
    }
}
