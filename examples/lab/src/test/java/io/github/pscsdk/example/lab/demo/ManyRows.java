package io.github.pscsdk.example.lab.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of our own sample that can be read, again and again, each with an id of its own. */
final class ManyRows {
    private static final String SAMPLE = "/io/github/pscsdk/example/lab/sample/centres-fictifs.csv";

    private ManyRows() {}

    /** Writes a file of them; {@code first} is the id of the first. */
    static Path write(Path file, int first, int number) throws IOException {
        try (var in = ManyRows.class.getResourceAsStream(SAMPLE)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var columns = lines.get(0).split(";", -1).length;
            var whole = lines.stream()
                    .skip(1)
                    .filter(line -> line.split(";", -1).length == columns)
                    .toList();
            var rows = new ArrayList<>(List.of(lines.get(0)));
            for (var id = first; id < first + number; id++) {
                rows.add(whole.get(id % whole.size()).replaceFirst("^[^;]*", "" + id));
            }
            return Files.write(file, rows);
        }
    }
}
