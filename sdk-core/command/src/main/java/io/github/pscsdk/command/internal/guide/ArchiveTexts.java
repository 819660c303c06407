package io.github.pscsdk.command.internal.guide;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipFile;

/** What a plug-in archive says of its problems in its files {@code problems*.properties}, in one language. */
final class ArchiveTexts {
    // The largest of ours has 20 KiB.
    private static final long MOST_BYTES = 1 << 20;

    private final Properties texts = new Properties();

    private ArchiveTexts() {}

    /** Nothing where the archive cannot be read: {@code psc login} says what is wrong with it. */
    static ArchiveTexts of(Path archive, Locale language) {
        var found = new ArchiveTexts();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().matches("(.*/)?problems(_" + language.getLanguage() + ")?\\.properties")
                        && entry.getSize() <= MOST_BYTES) {
                    try (var in = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
                        found.texts.load(in);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            found.texts.clear();
        }
        return found;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }
}
