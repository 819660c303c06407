package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what no log may hold: tokens, identifiers, names, binding messages. */
final class Leaks {
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d\\d");

    /** Random values that the simulator has not seen, such as the handle of a proxy session: mixed, and 20 or longer. */
    private static final Pattern RANDOM =
            Pattern.compile("(?<![\\w./$-])(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{20,}(?![\\w./(-])");

    private final Set<String> texts;
    private final List<Pattern> bindingMessages;

    private Leaks(Set<String> texts, List<Pattern> bindingMessages) {
        this.texts = texts;
        this.bindingMessages = bindingMessages;
    }

    /**
     * Knows the secrets of a run and every persona.
     *
     * @param secrets what the simulator gave out or received, and what else must not be seen
     */
    static Leaks of(Set<String> secrets) {
        var personal = Personas.all().stream().flatMap(Leaks::personal);
        var texts = Stream.concat(secrets.stream().filter(secret -> !isTwoDigits(secret)), personal)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        // Two digits are also minutes, ports and counts: as a word of its own only, and not in what is a number anyway.
        var digits = secrets.stream()
                .filter(Leaks::isTwoDigits)
                .map(two -> Pattern.compile("(?<![\\w:.,/-])" + two + "(?![\\w:.,/-])"))
                .toList();
        return new Leaks(texts, digits);
    }

    List<String> in(List<CapturedLog.Line> lines) {
        var found = new ArrayList<String>();
        for (var line : lines) {
            var text = line.text().toLowerCase(Locale.ROOT);
            if (texts.stream().anyMatch(text::contains)
                    || RANDOM.matcher(line.text()).find()) {
                found.add(line.logger() + ": " + line.text());
            } else if (line.words().stream().anyMatch(this::holdsBindingMessage)) {
                found.add(line.logger() + ": two digits: " + line.text());
            }
        }
        return found;
    }

    private boolean holdsBindingMessage(String words) {
        return bindingMessages.stream().anyMatch(two -> two.matcher(words).find());
    }

    private static Stream<String> personal(Persona persona) {
        var id = persona.nationalId().value();
        // An RPPS number is the identifier without its prefix.
        return Stream.concat(Stream.of(id, id.substring(1), persona.familyName()), persona.givenNames().stream());
    }

    private static boolean isTwoDigits(String secret) {
        return TWO_DIGITS.matcher(secret).matches();
    }
}
