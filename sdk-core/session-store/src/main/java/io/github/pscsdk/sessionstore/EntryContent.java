package io.github.pscsdk.sessionstore;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The content to write under a key of a {@link SessionStore}; it replaces everything that was there. Made by {@link
 * #of}.
 *
 * @param value which nobody changes
 * @param lifetime of the entry from the write on; longer than zero, and after it the entry is gone
 * @param kind of work to do later; empty where there is none
 * @param dueIn after which time it is due; zero where there is none
 * @param indices that have the entry; they are secrets
 */
public record EntryContent(
        byte[] value, Duration lifetime, Optional<String> kind, Duration dueIn, Set<String> indices) {
    public EntryContent {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(lifetime, "lifetime");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(dueIn, "dueIn");
        indices = Set.copyOf(indices);
    }

    /**
     * A value, of which nothing has to be done, and which no index has.
     *
     * @param value is not copied: nobody changes it from now on
     */
    public static EntryContent of(byte[] value, Duration lifetime) {
        return new EntryContent(value, lifetime, Optional.empty(), Duration.ZERO, Set.of());
    }

    /**
     * The same, which is due for that kind of work after that time: see {@link SessionStore#claimDue}.
     *
     * @param work has at most {@value SessionStore#LONGEST_KIND} lower-case letters and hyphens
     * @param in zero or more
     */
    public EntryContent due(String work, Duration in) {
        return new EntryContent(value, lifetime, Optional.of(work), in, indices);
    }

    /** The same, which those indices have: see {@link SessionStore#list}. */
    public EntryContent indexed(Collection<String> by) {
        return new EntryContent(value, lifetime, kind, dueIn, Set.copyOf(by));
    }

    /** The same with another value, and with the indices by other names. */
    EntryContent in(UnaryOperator<byte[]> values, UnaryOperator<String> names) {
        return new EntryContent(
                values.apply(value),
                lifetime,
                kind,
                dueIn,
                indices.stream().map(names).collect(Collectors.toUnmodifiableSet()));
    }

    /** Prints no value and no index: they are secrets. */
    @Override
    public String toString() {
        return "EntryContent[for " + lifetime + kind.map(work -> ", " + work).orElse("") + "]";
    }
}
