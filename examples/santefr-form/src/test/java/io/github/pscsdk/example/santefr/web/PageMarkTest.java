package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkTest {
    private static final String NUMBER = "SF-2026-0000001";
    private static final String PROFESSIONAL = "899999100011";

    private final PageMark mark = new PageMark();

    @Test
    void a_mark_tells_whose_page_it_was_without_naming_them() {
        var given = mark.of(NUMBER, PROFESSIONAL);

        assertEquals(Optional.of(mark.whose(PROFESSIONAL)), mark.whosePage(NUMBER, given));
        assertFalse(given.contains(PROFESSIONAL));
    }

    @Test
    void a_mark_of_another_declaration_another_professional_or_another_process_is_none() {
        var given = mark.of(NUMBER, PROFESSIONAL);
        var others = mark.whose("899999100037") + given.substring(given.indexOf('.'));

        assertEquals(Optional.empty(), mark.whosePage("SF-2026-0000002", given));
        assertEquals(Optional.empty(), mark.whosePage(NUMBER, others));
        assertEquals(Optional.empty(), new PageMark().whosePage(NUMBER, given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "x.y", "..."})
    void what_is_no_mark_is_none(String given) {
        assertEquals(Optional.empty(), mark.whosePage(NUMBER, given));
    }
}
