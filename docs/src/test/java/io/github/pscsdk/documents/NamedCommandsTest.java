package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is told to run a command finds it in that program. */
class NamedCommandsTest {
    private static final Map<String, Set<String>> COMMANDS = Map.of(
            "psc", Set.of("doctor", "login", "guide", "plugin", "plugins", "that", "qui"),
            "psc-lab", Set.of("demo", "simulate"),
            "proxy-esante", Set.of("check", "conformity", "copy-sessions", "drift", "init", "key-ring", "traces"));
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w./-])(psc|psc-lab|proxy-esante) ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern QUOTED = Pattern.compile("`(psc|psc-lab|proxy-esante) ([a-z]+(?:-[a-z]+)*)");

    @Test
    void the_programs_have_these_commands_and_no_others() {
        var declared = Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"");

        var found = Repository.files("Command.java").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .filter(file -> file.contains("/src/main/"))
                .flatMap(file -> declared.matcher(Repository.read(file)).results())
                .map(match -> match.group(1))
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "check",
                        "conformity",
                        "copy-sessions",
                        "demo",
                        "doctor",
                        "drift",
                        "guide",
                        "init",
                        "key-ring",
                        "login",
                        "plugin",
                        "plugins",
                        "simulate",
                        "traces",
                        "verify"),
                found);
    }

    @Test
    void texts_and_pages_name_commands_that_are_there() {
        var texts = Repository.files(".properties").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .filter(file -> file.contains("/src/main/"))
                .flatMap(file -> named(file, NAMED));
        // What was called otherwise then is called so there.
        var pages = Markdown.pages().stream()
                .map(Markdown::name)
                .filter(name -> !name.contains("decisions/") && !name.endsWith("changelog.md"))
                .flatMap(page -> named(page, QUOTED));

        var all = Stream.concat(texts, pages).toList();

        assertTrue(all.size() > 20, () -> all.toString());
        assertEquals(
                List.of(),
                all.stream()
                        .filter(named -> !COMMANDS.get(named.program()).contains(named.command()))
                        .toList());
    }

    private record Named(String file, String program, String command) {}

    private static Stream<Named> named(String file, Pattern pattern) {
        return pattern.matcher(Repository.read(file)).results().map(match -> of(file, match));
    }

    private static Named of(String file, MatchResult match) {
        return new Named(file, match.group(1), match.group(2));
    }
}
