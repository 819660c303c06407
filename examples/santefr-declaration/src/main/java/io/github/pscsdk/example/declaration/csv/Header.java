package io.github.pscsdk.example.declaration.csv;

import io.github.pscsdk.example.declaration.csv.Row.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The column names of a file, in order. Columns are found by name, never by place: the layouts have drifted. */
record Header(List<String> columns) {
    /** Lower case, without blanks around them; a name that comes twice gets a number. */
    static Header of(List<String> cells) {
        var columns = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var name = cell.strip().toLowerCase(Locale.ROOT);
            var unique = name;
            for (var i = 2; !unique.isEmpty() && !seen.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            columns.add(unique);
        }
        return new Header(columns);
    }

    /**
     * The same with an unnamed column at the end, where most records end with a delimiter that the header lacks: a
     * habit of January 2021. Decided for the file and not for a row, in which a stray delimiter would move every later
     * cell.
     */
    Header fitting(List<Records.Found> records) {
        var longer = records.stream()
                .flatMap(found -> found.cells().stream())
                .filter(cells -> cells.size() == columns.size() + 1)
                .filter(cells -> cells.get(columns.size()).isBlank())
                .count();
        return 2 * longer <= records.size()
                ? this
                : new Header(Stream.concat(columns.stream(), Stream.of("")).toList());
    }

    /** Puts the cells of a record under their names. */
    Row row(Records.Found found) {
        if (found.cells().isEmpty()) {
            return new Row.Unreadable(found.line(), found.tooLong() ? Flaw.TOO_LONG : Flaw.BROKEN_QUOTES);
        }
        var cells = found.cells().get();
        if (cells.stream().allMatch(String::isBlank)) {
            return new Row.Unreadable(found.line(), Flaw.NO_CELL_FILLED);
        }
        if (cells.size() < named()) {
            return new Row.Unreadable(found.line(), Flaw.TOO_FEW_CELLS);
        }
        if (cells.size() > columns.size()) {
            return new Row.Unreadable(found.line(), Flaw.TOO_MANY_CELLS);
        }
        return new Row.Readable(found.line(), byName(cells), found.windows());
    }

    private Map<String, String> byName(List<String> cells) {
        var byName = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            byName.putIfAbsent(columns.get(i), cells.get(i));
        }
        return byName;
    }

    /** How many columns there are up to the last one that has a name. */
    private int named() {
        var count = columns.size();
        while (count > 0 && columns.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }
}
