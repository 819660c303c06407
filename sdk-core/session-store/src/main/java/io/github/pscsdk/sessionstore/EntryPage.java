package io.github.pscsdk.sessionstore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the entries that {@link SessionStore#list} finds.
 *
 * @param entries may be none, also where there is another page
 * @param next asks for the next page; empty on the last one. The store's own words, for nobody else
 */
public record EntryPage(List<StoredEntry> entries, Optional<String> next) {
    public EntryPage {
        entries = List.copyOf(entries);
        Objects.requireNonNull(next, "next");
    }

    /** A page of at most so many of a store that lists by key: {@code after} is the last one of the page before. */
    public static EntryPage byKey(List<StoredEntry> entries, int most) {
        return new EntryPage(
                entries,
                entries.size() < most
                        ? Optional.empty()
                        : Optional.of(entries.get(most - 1).key()));
    }

    /** Prints neither keys nor values: they are secrets. */
    @Override
    public String toString() {
        return "EntryPage[" + entries.size() + "]";
    }
}
