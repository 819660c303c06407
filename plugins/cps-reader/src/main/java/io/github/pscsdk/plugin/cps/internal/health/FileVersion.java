package io.github.pscsdk.plugin.cps.internal.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file's version, where the file tells: in its name, or as the version resource of a Windows library. */
final class FileVersion {
    private static final String UNKNOWN = "version unknown";
    private static final long LARGEST = 32L << 20;
    private static final Pattern IN_NAME = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)*)(?:\\.(?:dll|dylib))?$");

    /** "FileVersion" and what follows it, in UTF-16: two-byte characters seen as Latin-1 are a letter and a zero each. */
    private static final Pattern IN_RESOURCE =
            Pattern.compile("F\0i\0l\0e\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[\\d.,]\0|\\x20\0)+)");

    private FileVersion() {}

    static String of(Path file) {
        return inName(file).or(() -> inResource(file)).orElse(UNKNOWN);
    }

    private static Optional<String> inName(Path file) {
        var found = IN_NAME.matcher(file.getFileName().toString());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> inResource(Path file) {
        try {
            if (!file.toString().endsWith(".dll") || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            var found = IN_RESOURCE.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            return found.find()
                    ? Optional.of(
                            found.group(1).replace("\0", "").replace(" ", "").replace(',', '.'))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
