package io.github.pscsdk.testkit.simulator.internal.model;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of top-level claims of tokens and members of UserInfo, at least one; commas separate them in the text form. */
public record ClaimNames(Set<String> names) {
    public ClaimNames {
        names = Set.copyOf(names);
        if (names.isEmpty() || names.stream().anyMatch(name -> name.isBlank() || name.contains(","))) {
            throw new IllegalArgumentException("a claim has a name, and none without");
        }
    }

    /** The claims with these names. */
    public static ClaimNames of(String... names) {
        return new ClaimNames(Arrays.stream(names).collect(Collectors.toUnmodifiableSet()));
    }

    public static ClaimNames parse(String text) {
        return of(Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(names));
    }
}
