package io.github.pscsdk.workstation.internal.bundle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a name in a text however it is spelt: in capitals, with or without its accents, since the directory often leaves them out. */
final class NamePattern {
    private static final Map<Character, String> LETTERS = Map.of(
            'a', "[aàâäáã]",
            'c', "[cç]",
            'e', "[eéèêë]",
            'i', "[iîïí]",
            'n', "[nñ]",
            'o', "[oôöóõ]",
            'u', "[uùûüú]",
            'y', "[yÿ]");

    private NamePattern() {}

    /** Matches the name as a whole word only. */
    static Pattern of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var letters = plain.chars()
                .mapToObj(letter -> LETTERS.getOrDefault((char) letter, Pattern.quote(String.valueOf((char) letter))))
                .collect(Collectors.joining());
        return Pattern.compile(
                "(?<![\\p{L}\\d])" + letters + "(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
