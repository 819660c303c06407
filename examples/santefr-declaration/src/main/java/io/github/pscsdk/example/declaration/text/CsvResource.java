package io.github.pscsdk.example.declaration.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Data beside a class: cells with semicolons between them; a line of {@code #} is a remark. */
public final class CsvResource {
    private CsvResource() {}

    public static List<List<String>> of(Class<?> owner, String resource) {
        try (var in = owner.getResourceAsStream(resource)) {
            return cells(new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    public static List<List<String>> cells(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
