package io.github.pscsdk.plugin.cps.internal.health;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file's version, by its name, the mark of ANS's own binaries, or the version resource of a Windows file. */
final class FileVersion {
    private static final String UNKNOWN = "version unknown";
    private static final long LARGEST = 32L << 20;
    private static final Pattern IN_NAME = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)*)(?:\\.(?:dll|dylib))?$");

    /**
     * In the Linux package of Cryptolib 5.2.2: "03.01.00" in the library, "06.08.00" in CPS-Gestion. The date of the
     * build may follow.
     */
    private static final Pattern IN_MARK = Pattern.compile("##\\[ProductVersion +(\\d+(?:\\.\\d+)+)");

    /**
     * "FileVersion" and what follows it, in UTF-16: two-byte characters seen as Latin-1 are a letter and a zero each.
     */
    private static final Pattern IN_RESOURCE =
            Pattern.compile("F\0i\0l\0e\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[\\d.,]\0|\\x20\0)+)");

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");

    private FileVersion() {}

    static Optional<Version> of(Path file) {
        return inName(file).or(() -> inside(file)).flatMap(FileVersion::parsed);
    }

    static String words(Path file) {
        return of(file).map(Version::toString).orElse(UNKNOWN);
    }

    private static Optional<String> inName(Path file) {
        return first(IN_NAME, file.getFileName().toString());
    }

    private static Optional<String> inside(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return first(IN_MARK, content).or(() -> first(IN_RESOURCE, content));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<Version> parsed(String found) {
        var dotted = found.replace("\0", "").replace(" ", "").replace(',', '.');
        try {
            return Optional.of(Version.parse(LEADING_ZEROS.matcher(dotted).replaceAll("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
