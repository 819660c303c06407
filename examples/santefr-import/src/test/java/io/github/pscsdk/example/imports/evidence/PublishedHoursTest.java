package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.OpenMinutes;
import io.github.pscsdk.example.declaration.hours.SlowWeekReader;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two readers of hours that share no code agree on every published cell. */
class PublishedHoursTest {
    private static final List<String> NAMES =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private static final String CELLS = " cells that name days and times are laid out";

    /** Cells that speak of more than the hours of a week: those of some patients, of a season, or in a remark. */
    private static final String OF_MORE = "(?is).*(patient|enfant|urgence|prélèvements naso|zenith|prio).*";

    @Test
    void two_readers_agree_on_every_week_of_the_published_files() throws Exception {
        var compared = 0;
        var readBySlowOnly = new ArrayList<String>();
        var withHours = 0;
        var laidOut = 0;
        for (var cell : weeks()) {
            var slow = SlowWeekReader.read(cell);
            var read = WeekHours.read(cell);
            var painted = read.flatMap(OpenMinutes::of);
            if (slow.isPresent() && painted.isPresent() && !cell.matches(OF_MORE)) {
                assertEquals(slow.get(), painted.get(), cell);
                compared++;
            } else if (slow.isPresent() && read.isEmpty()) {
                readBySlowOnly.add(cell);
            }
            var hasHours = NAMES.stream().anyMatch(cell.toLowerCase()::contains) && cell.matches("(?s).*\\d ?[h:H].*");
            withHours += hasHours ? 1 : 0;
            laidOut += hasHours && read.isPresent() ? 1 : 0;
        }
        assertTrue(compared >= 284, "weeks were compared: " + compared);
        // Hours of two kinds of patients three times, two abbreviations that may be a list or a range, "lundi :au
        // mercredi", and hours on the lines above their days.
        assertEquals(7, readBySlowOnly.size(), readBySlowOnly::toString);
        // Three more than those that cannot be read have a remark on a Saturday that is open.
        assertEquals("335 of 352 cells that name days and times are laid out", laidOut + " of " + withHours + CELLS);
    }

    @Test
    void two_readers_agree_on_every_day_of_the_published_files() throws Exception {
        var compared = 0;
        for (var cell : days()) {
            var slow = SlowWeekReader.read("lundi : " + cell);
            if (DayHours.read(cell) instanceof Open open
                    && slow.isPresent()
                    && open.remark().isEmpty()) {
                assertEquals(slow.get().get(0), OpenMinutes.of(open.ranges()), cell);
                compared++;
            }
        }
        assertTrue(compared > 300, "days were compared: " + compared);
    }

    private static Set<String> weeks() throws Exception {
        var cells = new LinkedHashSet<String>();
        for (var row : PublishedFile.TESTING_SITES.cells()) {
            cells.add(row.get("horaire"));
            cells.add(row.get("horaire_prio"));
        }
        return cells;
    }

    private static Set<String> days() throws Exception {
        var cells = new LinkedHashSet<String>();
        for (var file : List.of(PublishedFile.CENTRES_OF_APRIL, PublishedFile.CENTRES_OF_NOVEMBER)) {
            for (var row : file.cells()) {
                NAMES.forEach(day -> cells.add(row.get("rdv_" + day)));
            }
        }
        return cells;
    }
}
