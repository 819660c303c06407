package io.github.pscsdk.testkit.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves pictures of pages. Maven starts the tests in the folder of their module, beside which are the documents. */
final class Pictures {
    private static final Path TARGET = Path.of("target");
    private static final Path DOCUMENTS = Path.of("..", "..", "docs", "screenshots");

    private Pictures() {}

    static void ofPage(String name, byte[] png) {
        write(TARGET.resolve("screenshots"), name, png);
        if (Boolean.getBoolean("update") && isOutdated(DOCUMENTS.resolve(file(name)), png)) {
            write(DOCUMENTS, name, png);
        }
    }

    static void ofFailure(String name, byte[] png) {
        write(TARGET.resolve("failures"), name, png);
    }

    private static boolean isOutdated(Path recorded, byte[] png) {
        try {
            return Files.exists(recorded)
                    && !PageScreenshot.of(Files.readAllBytes(recorded)).resembles(PageScreenshot.of(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, byte[] png) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file(name)), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        return name + ".png";
    }
}
