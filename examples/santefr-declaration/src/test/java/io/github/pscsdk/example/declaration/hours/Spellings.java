package io.github.pscsdk.example.declaration.hours;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The lines of {@code spellings.txt}. */
public final class Spellings {
    private Spellings() {}

    /** Each text with what is expected of it. */
    public static List<Arguments> all() throws IOException {
        try (var in = Spellings.class.getResourceAsStream("spellings.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of(
                            line.substring(0, line.lastIndexOf(" >")),
                            line.substring(line.lastIndexOf(" >") + 2).strip()))
                    .toList();
        }
    }
}
