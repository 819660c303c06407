package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.PscException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The facts of a failure that leave the proxy. Part of them are an answer of Pro Santé Connect, so only facts of listed names are told, if
 * their values are short and hold no number that could be a person's identifier.
 */
public final class CallerFacts {
    private static final Set<String> NAMES = Set.of("accepted", "level");
    // As much as a workstation reads.
    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9 .,:_/-]{1,80}");
    // The shortest identifier of a person has 9 digits.
    private static final Pattern NUMBER = Pattern.compile("\\d{8}");

    private CallerFacts() {}

    /** In the order of their names; most failures have none. */
    public static Map<String, String> of(PscException failure) {
        var told = new TreeMap<>(failure.facts());
        told.entrySet().removeIf(fact -> !NAMES.contains(fact.getKey()) || !isHarmless(fact.getValue()));
        return told;
    }

    private static boolean isHarmless(String value) {
        return SHORT.matcher(value).matches() && !NUMBER.matcher(value).find();
    }
}
