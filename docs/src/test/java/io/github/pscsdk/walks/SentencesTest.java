package io.github.pscsdk.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentencesTest {
    @TempDir
    Path folder;

    @Test
    void the_first_sentence_is_told_in_one_line_of_markdown() throws Exception {
        var file = source("""
                package a;
                /**
                 * Reads {@code x} like {@link Other#read() read} or {@link #own()}, in
                 * {@linkplain Other another way} &amp; {@literal <fast>}. And more.
                 */
                record Told(int x) {}
                """);

        assertEquals(
                Map.of("a.Told", "Reads `x` like `read` or `own()`, in another way &amp; <fast>."),
                Sentences.in(List.of(file)));
    }

    @Test
    void a_type_without_a_sentence_is_missing_whatever_its_members_say() throws Exception {
        var file = source("""
                package a;
                // No Javadoc.
                final class Silent {
                    /** Says something. */
                    interface Inner {}
                }
                /** @param <T> nothing else */
                interface Tagged<T> {}
                """);

        assertEquals(Map.of(), Sentences.in(List.of(file)));
    }

    private Path source(String text) throws Exception {
        return Files.writeString(folder.resolve("Source.java"), text);
    }
}
