package io.github.pscsdk.testkit.simulator.internal.model;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of top-level claims of tokens and members of UserInfo, at least one; commas separate them in the text form. */
public record ClaimNames(Set<String> names) {
    public static ClaimNames parse(String text) {
        var names = Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
        if (names.contains("")) {
            throw new IllegalArgumentException("a claim has a name, and none without");
        }
        return new ClaimNames(names);
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(names));
    }
}
