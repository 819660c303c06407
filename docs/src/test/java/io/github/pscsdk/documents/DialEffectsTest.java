package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/simulator-dials.md} is what a client sees of each dial: the same requests are made with and without it, and the table
 * has the differences. Record with {@code mvn verify -Dupdate=true}.
 */
class DialEffectsTest {
    private static final String EVIDENCE = "docs/src/test/resources/io/github/pscsdk/documents/dial-evidence.csv";

    /** Those break something on purpose, and stand for nothing that the real service does. */
    private static final List<String> BREAKAGES =
            List.of("behaviour", "fault-", "slow-connect-", "token-defect", "logout-token-defect", "closes-");

    private static final String CARD = " (card)";
    private static final String MOBILE = " (e-CPS)";

    private static final String HEAD = """
            # What the dials of the simulator change

            This page is for those who test against the simulator and want to know what is the real service in it and what is a guess. For each value
            of a dial it lists what a client sees that it does not see otherwise: requests that are answered in another way, and members that appear,
            disappear or have another value. *Certain* was recorded or published, *likely* rests on one public source, *guess* is ours. Dials for
            what a person does, and those that only break something (faults, defects, clock skews, connections), are in [the simulator's page](simulator.md). A test writes this
            page by asking the simulator; do not edit it.

            | dial | value | requests | members | known |
            |---|---|---|---|---|
            """;

    @Test
    void the_page_of_dials_is_what_a_client_sees() throws Exception {
        var evidence = evidence();
        var rows = new ArrayList<String>();
        try (var observer = new DialObserver()) {
            var usual = observer.usual();
            for (var dial : shown()) {
                for (var value : dial.choices()) {
                    var turned = observer.with(dial, value);
                    if (!turned.equals(usual)) {
                        rows.add(row(dial, value, usual, turned, evidence));
                    }
                }
            }
        }
        assertEquals(Set.of(), evidence.keySet(), "lines of " + EVIDENCE + " for what changes nothing");
        var page = HEAD + String.join("", rows);

        assertEquals(Repository.recorded("docs/simulator-dials.md", page), page);
    }

    private static List<Dial<?>> shown() {
        return Dial.all().stream()
                .filter(dial -> BREAKAGES.stream().noneMatch(dial.name()::startsWith))
                .filter(dial -> !dial.choices().isEmpty())
                .toList();
    }

    /** What is known, by {@code dial=value}. */
    private static Map<String, String> evidence() {
        return Repository.read(EVIDENCE)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, other) -> one, TreeMap::new));
    }

    private static String row(
            Dial<?> dial,
            String value,
            DialObserver.Sight usual,
            DialObserver.Sight turned,
            Map<String, String> evidence) {
        var known = evidence.remove(dial + "=" + value);
        assertEquals(true, known != null, () -> EVIDENCE + " lacks " + dial + "=" + value);
        var members = byDocument(differences(usual.members(), turned.members()));
        return "| `" + dial + "` | `" + value + "` | " + inWords(differences(usual.answers(), turned.answers())) + " | "
                + members + " | " + known + " |\n";
    }

    /** What is different, and how. */
    private static Map<String, String> differences(Map<String, String> usual, Map<String, String> turned) {
        var names = new LinkedHashSet<>(usual.keySet());
        names.addAll(turned.keySet());
        Map<String, String> differences = new LinkedHashMap<>();
        for (var name : names) {
            var before = usual.getOrDefault(name, "absent");
            var after = turned.getOrDefault(name, "absent");
            if (!before.equals(after)) {
                differences.put(name, before + " → " + after);
            }
        }
        return differences;
    }

    private static String inWords(Map<String, String> differences) {
        return differences.entrySet().stream()
                .map(difference -> difference.getKey() + ": " + difference.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Named by document and member; what is the same after a login by card and by e-CPS stands once. */
    private static String byDocument(Map<String, String> differences) {
        Map<String, List<String>> byDocument = new LinkedHashMap<>();
        differences.forEach((name, how) -> {
            var inBoth = how.equals(differences.get(name.replace(CARD, MOBILE)))
                    && how.equals(differences.get(name.replace(MOBILE, CARD)));
            if (!inBoth || !name.contains(MOBILE)) {
                var document = name.split(": ", 2)[0];
                byDocument
                        .computeIfAbsent(inBoth ? document.replace(CARD, "") : document, named -> new ArrayList<>())
                        .add(name.split(": ", 2)[1] + " " + how);
            }
        });
        return byDocument.entrySet().stream()
                .map(document -> document.getKey() + ": " + String.join(", ", document.getValue()))
                .collect(Collectors.joining("; "));
    }
}
