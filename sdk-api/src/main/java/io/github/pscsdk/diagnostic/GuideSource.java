package io.github.pscsdk.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a part of the login guide was read.
 *
 * @param name the publication, in the person's language
 * @param date when it was published or read, as ISO 8601 writes a year, a month or a day; empty where that is not known
 */
public record GuideSource(String name, Optional<String> date) {
    public GuideSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(date, "date");
    }
}
