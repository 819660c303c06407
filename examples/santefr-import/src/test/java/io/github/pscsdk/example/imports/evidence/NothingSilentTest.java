package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.imports.ImportedRow;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever an imported row says stands in its cells to the letter, but for HTML's way of writing it, or a finding tells that
 * it was written anew.
 */
class NothingSilentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Said by the layout for all its rows, or by a yes in a column of its own. */
    private static final Pattern OF_THE_LAYOUT =
            Pattern.compile("professional\\..*|source\\.system|offers\\[0\\]\\.(kind|disease|tests\\[\\d\\])");

    @ParameterizedTest
    @EnumSource(PublishedFile.class)
    void every_value_is_that_of_a_cell_or_told(PublishedFile file) throws Exception {
        var rows = file.imported().rows();
        var cells = file.cells();
        var checked = 0;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.declaration().isPresent()) {
                var values = values(row.declaration().get());
                for (var value : values.entrySet()) {
                    assertTrue(
                            OF_THE_LAYOUT.matcher(value.getKey()).matches()
                                    || isOfACell(value.getValue(), cells.get(i).values())
                                    || isDecoded(value, cells.get(i))
                                    || isTold(value.getKey(), row),
                            () -> value + " of " + row + " " + row.findings());
                    checked++;
                }
            }
        }
        assertTrue(checked > rows.size() * 5, "values were looked at");
    }

    private static boolean isOfACell(String value, Collection<String> cells) {
        // Most stand there to the letter: then no cell is parsed.
        return cells.stream().anyMatch(cell -> cell.contains(value))
                || cells.stream().anyMatch(cell -> Jsoup.parse(cell).text().contains(value));
    }

    /** The centres say in a column of their own, by yes and no, whether one must book. */
    private static boolean isDecoded(Map.Entry<String, String> value, Map<String, String> cells) {
        return value.getKey().equals("offers[0].appointment")
                && value.getValue().equals(Map.of("t", "required", "f", "none").get(cells.getOrDefault("rdv", "")));
    }

    private static boolean isTold(String path, ImportedRow row) {
        return row.findings().stream()
                .map(finding -> finding.field().replace(".hoursText", ".hours"))
                .anyMatch(path::startsWith);
    }

    private static Map<String, String> values(Declaration declaration) throws Exception {
        var values = new TreeMap<String, String>();
        collect("", JSON.readTree(DeclarationDocument.canonical(declaration)), values);
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            values));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), values);
            }
        } else {
            values.put(path, node.asText());
        }
    }
}
