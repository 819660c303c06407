package io.github.pscsdk.api.professional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

class NationalIdFuzz {
    private static final List<UnaryOperator<String>> MAKERS = List.of(
            text -> new NationalId(text).value(),
            text -> NationalId.ofRpps(text).value(),
            text -> NationalId.ofAdeli(text).value());

    @FuzzTest
    void any_text_is_an_identifier_that_reads_the_same_or_has_a_reason(byte[] typed) {
        var text = new String(typed, StandardCharsets.UTF_8);
        var problem = NationalId.problemOf(text);
        if (problem.isEmpty()) {
            var read = NationalId.ofTyped(text);
            assertEquals(read, NationalId.ofTyped(read.value()));
        } else {
            var refusal = assertThrows(IllegalArgumentException.class, () -> NationalId.ofTyped(text));
            assertFalse(refusal.getMessage().contains("zq9mark"));
        }
        for (var maker : MAKERS) {
            try {
                assertEquals(maker.apply(text), new NationalId(maker.apply(text)).value());
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().contains("zq9mark"));
            }
        }
    }
}
