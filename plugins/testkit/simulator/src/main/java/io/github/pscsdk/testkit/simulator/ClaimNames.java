package io.github.pscsdk.testkit.simulator;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some claims of tokens and members of UserInfo, at top level. As text their names with commas between.
 *
 * @param names as they are spelt on the wire; at least one
 */
public record ClaimNames(Set<String> names) {
    /** Checks and copies. */
    public ClaimNames {
        names = Set.copyOf(names);
        if (names.isEmpty() || names.stream().anyMatch(name -> name.isBlank() || name.contains(","))) {
            throw new IllegalArgumentException("a claim has a name, and none without");
        }
    }

    /** These. */
    public static ClaimNames of(String... names) {
        return new ClaimNames(Arrays.stream(names).collect(Collectors.toUnmodifiableSet()));
    }

    static ClaimNames parse(String text) {
        return of(Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(names));
    }
}
