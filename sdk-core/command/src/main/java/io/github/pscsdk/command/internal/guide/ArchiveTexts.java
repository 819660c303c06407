package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/** What a plug-in archive says of its problems in its files {@code problems*.properties}. */
final class ArchiveTexts {
    // The largest of ours has 20 KiB.
    private static final long MOST_BYTES = 1 << 20;

    private ArchiveTexts() {}

    /** Nothing where the archive cannot be read: {@code psc login} says what is wrong with it. */
    static Optional<Texts> of(Path archive, Language language) {
        var files = "(.*/)?problems(_" + language.tag() + ")?\\.properties";
        var texts = Optional.<Texts>empty();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().matches(files) && entry.getSize() <= MOST_BYTES) {
                    try (var in = zip.getInputStream(entry)) {
                        var found = Texts.read(in, language);
                        texts = Optional.of(texts.map(found::or).orElse(found));
                    }
                }
            }
            return texts;
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
