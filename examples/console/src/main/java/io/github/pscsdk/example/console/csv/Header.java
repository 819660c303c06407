package io.github.pscsdk.example.console.csv;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The column names of a file, in order. Columns are found by name, never by place: the layout has drifted over 2021. */
record Header(List<String> columns) {
    /** What every published layout has and a declaration cannot do without. */
    private static final List<String> NEEDED = List.of("gid", "nom", "adr_voie", "com_cp", "com_insee", "com_nom");

    private static final List<Character> OTHER_DELIMITERS = List.of(',', '\t', '|');

    /**
     * Reads the header line.
     *
     * @throws PscException {@link ConsoleProblem#INPUT_LAYOUT} where it is not one of the published layouts
     */
    static Header of(String line) throws PscException {
        var cells = Cells.of(line).orElse(List.of());
        var columns = cells.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var lacking = NEEDED.stream().filter(name -> !columns.contains(name)).toList();
        if (!lacking.isEmpty()) {
            throw new PscException(ConsoleProblem.INPUT_LAYOUT, delimiterOf(line) + "the header lacks " + lacking);
        }
        return new Header(columns);
    }

    private static String delimiterOf(String line) {
        return OTHER_DELIMITERS.stream()
                .filter(other -> line.indexOf(other) >= 0 && line.indexOf(Cells.DELIMITER) < 0)
                .findFirst()
                .map(other -> "the delimiter is \"" + (other == '\t' ? "tab" : other) + "\" instead of \";\"; ")
                .orElse("");
    }

    /**
     * The same with an unnamed column at the end, where most records end with a delimiter that the header lacks: a habit
     * of January 2021. Decided for the file and not for a row, in which a stray delimiter would move every later cell.
     */
    Header fitting(List<Records.Found> records) {
        var longer = records.stream()
                .flatMap(found -> found.cells().stream())
                .filter(cells -> cells.size() == columns.size() + 1)
                .filter(cells -> cells.get(columns.size()).isBlank())
                .count();
        if (2 * longer <= records.size()) {
            return this;
        }
        return new Header(Stream.concat(columns.stream(), Stream.of("")).toList());
    }

    /** Puts the cells of a record under their names. */
    Row row(int line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new Row.Unreadable(line, Row.Flaw.NO_CELL_FILLED);
        }
        if (cells.size() < named()) {
            return new Row.Unreadable(line, Row.Flaw.TOO_FEW_CELLS);
        }
        if (cells.size() > columns.size()) {
            return new Row.Unreadable(line, Row.Flaw.TOO_MANY_CELLS);
        }
        return new Row.Readable(line, byName(cells));
    }

    private Map<String, String> byName(List<String> cells) {
        var byName = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            byName.putIfAbsent(columns.get(i), cells.get(i));
        }
        return byName;
    }

    /** How many columns there are up to the last one that has a name. */
    private int named() {
        var count = columns.size();
        while (columns.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }
}
