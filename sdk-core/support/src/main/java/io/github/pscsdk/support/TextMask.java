package io.github.pscsdk.support;

import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes names, identifiers and secrets from a line. In doubt it removes too much: a support desk can ask. */
final class TextMask {
    private static final String GONE = "[…]";
    private static final int SHORTEST_NAME = 2;
    private static final Map<Character, String> LETTERS = Map.of(
            'a', "[aàâäáã]",
            'c', "[cç]",
            'e', "[eéèêë]",
            'i', "[iîïí]",
            'n', "[nñ]",
            'o', "[oôöóõ]",
            'u', "[uùûüú]",
            'y', "[yÿ]");

    /** In this order: a URL loses its query before its digits are masked. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?i)(?<=\\bbearer )\\S+|(?<=\\bbasic )\\S+"),
            // A JWT, whole or cut.
            Pattern.compile("eyJ[\\w-]{6,}(?:\\.[\\w-]*){0,4}"),
            Pattern.compile("(?<=\\?)[^\\s\"'<>]+"),
            Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
            Pattern.compile("\\b\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}\\b"),
            // A telephone number as people write it.
            Pattern.compile("(?<![\\d.])(?:\\+\\d{2,3}[ .-]?|0)[1-9](?:[ .-]?\\d{2}){4}(?!\\d)"),
            // Random text: long, with digits and both cases, as no word and no class name is.
            Pattern.compile("\\b(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{20,}"),
            // Identifiers with letters in them, and digits in hexadecimal.
            Pattern.compile("\\b(?=(?:[A-Za-z]*\\d){6})[A-Za-z0-9/]{8,}"),
            // Digits in groups, as an identifier is read aloud.
            Pattern.compile("(?<!\\d)\\d(?: ?\\d){8,}"),
            Pattern.compile("\\d{6,}"));

    private final List<Pattern> patterns;

    private TextMask(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** Masks the home folder and the name of this machine's user, too. */
    static TextMask ofThisMachine() {
        return of(System.getProperty("user.home", ""), System.getProperty("user.name", ""));
    }

    static TextMask of(String home, String user) {
        var patterns = new ArrayList<Pattern>();
        if (home.length() > 1) {
            patterns.add(Pattern.compile(Pattern.quote(home) + "(?![\\p{L}\\d])"));
        }
        if (!user.isBlank()) {
            // As a part of a path only: "root" or "admin" is also a word.
            patterns.add(Pattern.compile("(?i)(?<=[\\\\/])" + Pattern.quote(user) + "(?![\\p{L}\\d])"));
        }
        patterns.addAll(SHAPES);
        return new TextMask(patterns);
    }

    /** A copy that masks that person's names and identifiers, too. */
    TextMask concealing(Professional person) {
        var concealed = Stream.of(
                        Stream.of(person.familyName(), person.nationalId().value()),
                        person.givenNames().stream(),
                        person.otherIds().stream().map(OtherId::value))
                .flatMap(words -> words)
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[\\s-]+"))))
                .map(String::strip)
                .filter(word -> word.length() >= SHORTEST_NAME)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(TextMask::patternOf)
                .toList();
        var all = new ArrayList<>(concealed);
        all.addAll(patterns);
        return new TextMask(all);
    }

    String of(String line) {
        var masked = line;
        for (var pattern : patterns) {
            masked = pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(GONE));
        }
        return masked;
    }

    /**
     * The name as a whole word, however it is spelt: in capitals, with or without its accents, since the directory
     * often leaves them out.
     */
    private static Pattern patternOf(String name) {
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
