package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.PlainText;
import io.github.pscsdk.example.imports.csv.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cells of a row, with what is to be remarked: it notes what was taken, so that nothing is left behind unsaid. For
 * one row and one thread.
 */
final class SourceCells {
    // More than a declaration may hold are no list, but a text.
    private static final int MOST_PARTS = 50;

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, String> cells;
    private final Set<String> taken = new HashSet<>();
    private final List<Finding> remarks = new ArrayList<>();

    SourceCells(Row.Readable row) {
        this.cells = row.cells();
        // Accents and signs in names of columns have drifted too.
        cells.keySet().forEach(column -> columns.putIfAbsent(PlainText.key(column), column));
        if (row.windows()) {
            remark("V-CSV.encoding", "row");
        }
    }

    /** Remarks how the row was read. */
    void remark(String remark, String field) {
        remarks.add(Finding.of(remark, field, ""));
    }

    List<Finding> remarks() {
        return remarks;
    }

    boolean has(String column) {
        return columns.containsKey(PlainText.key(column));
    }

    /** The raw text of the first of those columns that is filled. */
    Optional<String> text(String... names) {
        for (var name : names) {
            var column = columns.get(PlainText.key(name));
            if (column != null && !cells.get(column).isBlank()) {
                taken.add(column);
                return Optional.of(cells.get(column));
            }
        }
        return Optional.empty();
    }

    List<String> parts(String column, String separator) {
        var whole = text(column).stream().toList();
        var parts = whole.stream()
                .flatMap(text -> Stream.of(text.split(separator)))
                .filter(part -> !part.isBlank())
                .toList();
        return parts.size() > MOST_PARTS ? whole : parts;
    }

    /** Says that not all of that column was taken. */
    void leave(String name) {
        taken.remove(columns.get(PlainText.key(name)));
    }

    /** The filled columns that were not taken, or not wholly. */
    List<String> notTaken() {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank() && !taken.contains(cell.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
