package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one table of fictitious professionals, against those that the simulator has. */
class PersonaTableTest {
    private static final Pattern ROW = Pattern.compile(
            "^\\| `(?<id>(?:ANS)?\\d[^`]+)` \\| (?<who>[^|]+) \\| (?<what>[^|]+) \\|$", Pattern.MULTILINE);

    private record Row(String id, String what) {}

    private static List<Row> rows() {
        return ROW.matcher(Repository.read("docs/write-a-plugin.md"))
                .results()
                .map(row -> new Row(row.group(1), row.group(3)))
                .toList();
    }

    private static List<Persona> personas() {
        return Personas.all();
    }

    @Test
    void the_table_names_everybody_in_the_order_of_the_catalogue() {
        assertEquals(
                personas().stream().map(persona -> persona.nationalId().value()).toList(),
                rows().stream().map(Row::id).toList());
    }

    @Test
    void the_table_says_the_same_of_the_same_behaviour_and_of_no_other() {
        var behaviours = new HashMap<String, Set<String>>();
        var texts = new HashMap<String, Set<String>>();
        for (var row : rows()) {
            var behaviour = personas().stream()
                    .filter(persona -> persona.nationalId().value().equals(row.id()))
                    .findFirst()
                    .orElseThrow()
                    .behaviour();
            behaviours.merge(row.what(), Set.of(behaviour), PersonaTableTest::union);
            texts.merge(behaviour, Set.of(row.what()), PersonaTableTest::union);
        }

        behaviours.forEach((text, found) -> assertEquals(1, found.size(), text));
        texts.forEach((behaviour, found) -> assertEquals(1, found.size(), behaviour::toString));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
