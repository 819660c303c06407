package io.github.pscsdk.example.desktop.ui;

import java.util.List;
import java.util.Objects;

/**
 * What a list shows of one thing.
 *
 * @param id of the thing
 * @param title in bold
 * @param lines below
 */
record Entry(Object id, String title, List<Line> lines) {
    Entry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param words for the person
     * @param isWrong whether somebody has to do something about it
     */
    record Line(String words, boolean isWrong) {}
}
