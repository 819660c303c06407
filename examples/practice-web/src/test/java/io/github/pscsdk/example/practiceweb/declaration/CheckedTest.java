package io.github.pscsdk.example.practiceweb.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedTest {
    private static final Note ERROR = new Note("an error", true);
    private static final Note WARNING = new Note("a warning", false);

    private final Checked checked = new Checked(
            Optional.empty(),
            Map.of(Field.TOWN, List.of(ERROR), Field.NOTE, List.of(WARNING), Field.KIND, List.of(WARNING, ERROR)),
            List.of(WARNING, ERROR));

    @Test
    void what_must_be_corrected_is_named_in_the_order_of_the_form_and_a_warning_is_not() {
        assertEquals(List.of(Field.KIND, Field.TOWN), checked.blocking());
        assertEquals(List.of(ERROR), checked.blockingElsewhere());
    }

    @Test
    void every_remark_stands_at_its_field() {
        assertEquals(List.of(Field.KIND, Field.NOTE, Field.TOWN), checked.fields());
        assertEquals(List.of(WARNING), checked.at(Field.NOTE));
        assertFalse(checked.blocksAt(Field.NOTE));
        assertEquals(List.of(), checked.at(Field.PHONE));
    }

    @Test
    void a_remark_prints_nothing_that_was_typed() {
        assertFalse(ERROR.toString().contains("an error"));
    }
}
