package io.github.pscsdk.example.declaration.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file beside a class, which ships with it. */
public final class ClassPathResource {
    private ClassPathResource() {}

    public static byte[] bytes(Class<?> owner, String name) {
        try (var in = owner.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    public static String text(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.UTF_8);
    }

    /** The cells of a file of data, see {@link #cells}. */
    public static List<List<String>> table(Class<?> owner, String name) {
        return cells(text(owner, name).lines().toList());
    }

    /** Lines of cells with semicolons between them; a line of {@code #} is a remark. */
    public static List<List<String>> cells(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
