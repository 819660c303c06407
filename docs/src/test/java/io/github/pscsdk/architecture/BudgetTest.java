package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How large things are at most: the code of each artifact and of each vendor's class path, the types of each package, the public ones of each artifact, the walks. A budget falls by itself, by {@code -Dupdate=true}; it rises by hand, with the number of the decision
 * that says why.
 */
class BudgetTest {
    private static final String FILE = "docs/src/test/resources/io/github/pscsdk/architecture/budgets.csv";
    private static final String OF_WALKS = "types of the walk: ";
    private static final String HEAD = "what;at most;decision\n";

    /** Code is counted in steps of so many lines, so that not each line asks for a decision. */
    private static final long STEP = 100;

    /** Of a package that has no budget of its own. */
    private static final int TYPES = 25;

    private static final int MOST_PARAMETERS = 7;
    private static final String CODE = "code of ";

    /** What is on the class path of those who use us, without what is not ours. */
    private static final Map<String, List<String>> USERS = Map.of(
            "a desktop vendor",
            List.of(
                    "sdk-api",
                    "sdk-core/workstation",
                    "sdk-core/plugin-host",
                    "sdk-core/http-client",
                    "sdk-core/proxy-protocol",
                    "sdk-core/login-guide",
                    "sdk-core/time"),
            "a web vendor",
            List.of(
                    "sdk-api",
                    "sdk-core/relying-party",
                    "sdk-core/session-store",
                    "sdk-core/http-client",
                    "sdk-core/spring-boot-starter",
                    "sdk-core/time"),
            "a plug-in author",
            List.of("sdk-api"));

    private static final Pattern NO_CODE = Pattern.compile("\\s*(//.*|/?\\*.*|import .*|package .*)?");
    private static final Pattern WALK = Pattern.compile("(?m)^## (.+)\\n[\\s\\S]*?^([0-9]+) types\\.$");
    private static final Pattern SOURCE = Pattern.compile("(.+)/src/main/java/(.+)/[^/]+\\.java");

    /** @param decision why it is as large as that; empty of what has only fallen */
    private record Budget(String what, long most, String decision) {
        static Budget of(String line) {
            var parts = line.split(";", -1);
            return new Budget(parts[0], Long.parseLong(parts[1]), parts[2]);
        }

        Budget lowered(long now) {
            return new Budget(what, Math.min(most, now), decision);
        }

        @Override
        public String toString() {
            return what + ";" + most + ";" + decision;
        }
    }

    private static Map<String, Long> sizes() {
        var sizes = new TreeMap<String, Long>();
        var types = new TreeMap<String, Long>();
        var artifacts = new HashMap<String, String>();
        for (var file : Repository.files(".java")) {
            var source = SOURCE.matcher(Repository.ROOT.relativize(file).toString());
            if (source.matches() && !source.group(1).contains("/src/")) {
                sizes.merge(CODE + source.group(1), code(file), Long::sum);
                artifacts.put(source.group(2).replace('/', '.'), source.group(1));
                if (!file.endsWith("package-info.java")) {
                    types.merge(source.group(2).replace('/', '.'), 1L, Long::sum);
                }
            }
        }
        USERS.forEach((user, path) -> sizes.put(
                "code on the class path of " + user,
                path.stream().mapToLong(artifact -> sizes.get(CODE + artifact)).sum()));
        sizes.replaceAll((what, lines) -> (lines + STEP - 1) / STEP * STEP);
        types.forEach((name, number) -> {
            if (number > TYPES) {
                sizes.put("types of " + name, number);
            }
        });
        sizes.put("public types", (long) Modules.EXPORTED.size());
        Modules.EXPORTED.forEach(
                type -> sizes.merge("public types of " + artifacts.get(type.getPackageName()), 1L, Long::sum));
        sizes.put(
                "packages with one type or two",
                types.entrySet().stream()
                        .filter(numbers ->
                                numbers.getValue() <= 2 && !numbers.getKey().contains(".example"))
                        .count());
        sizes.put("constructors with more than " + MOST_PARAMETERS + " parameters", longConstructors());
        WALK.matcher(Repository.read("docs/walks.md"))
                .results()
                .forEach(walk -> sizes.put(OF_WALKS + walk.group(1), Long.valueOf(walk.group(2))));
        return sizes;
    }

    /** Lines without blanks, comments and imports. */
    private static long code(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !NO_CODE.matcher(line).matches()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long longConstructors() {
        return Modules.SHIPPED.stream()
                .filter(type -> !type.getPackageName().contains(".example"))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > MOST_PARAMETERS)
                .count();
    }

    private static String text(List<Budget> budgets) {
        return HEAD + budgets.stream().map(budget -> budget + "\n").collect(Collectors.joining());
    }

    @Test
    void nothing_is_larger_than_it_may_be() {
        var sizes = sizes();
        var budgets = Repository.read(FILE)
                .lines()
                .skip(1)
                .map(Budget::of)
                .filter(budget -> sizes.containsKey(budget.what))
                .collect(Collectors.toMap(budget -> budget.what, budget -> budget));
        var now = sizes.entrySet().stream()
                .map(size -> budgets.getOrDefault(size.getKey(), new Budget(size.getKey(), 0, ""))
                        .lowered(size.getValue()))
                .toList();

        assertEquals(
                List.of(),
                now.stream()
                        .filter(budget -> budget.most < sizes.get(budget.what))
                        .map(budget -> budget.what + " is " + sizes.get(budget.what) + ", at most " + budget.most)
                        .toList(),
                () -> "make it smaller; or raise it in " + FILE + ", and say in a decision why");
        // The walks are taken after this test: a budget of theirs falls with the next update.
        var recorded = Repository.recorded(FILE, text(now)).lines().filter(line -> !line.startsWith(OF_WALKS));
        assertEquals(
                recorded.toList(),
                text(now).lines().filter(line -> !line.startsWith(OF_WALKS)).toList(),
                "budgets fall with what they bound");
    }

    @Test
    void what_was_raised_has_its_decision() {
        Repository.read(FILE)
                .lines()
                .skip(1)
                .map(Budget::of)
                .filter(budget -> !budget.decision.isEmpty())
                .forEach(budget -> assertTrue(
                        Repository.files(".md").stream()
                                .anyMatch(file -> file.getFileName().toString().startsWith(budget.decision + "-")),
                        budget::toString));
    }
}
