package io.github.pscsdk.testkit.simulator.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void a_gap_that_nothing_fills_is_an_error() {
        var template = Template.named("problem");

        assertThrows(IllegalArgumentException.class, () -> template.fill(Site.texts(Language.FRENCH), Map.of()));
    }

    @Test
    void a_value_is_escaped_and_not_looked_at_for_gaps() {
        var filled = Template.named("problem").fill(Site.texts(Language.FRENCH), Map.of("text", "{{t:cancel}} $1 <i>"));

        assertEquals("<p class=\"problem\" role=\"alert\">{{t:cancel}} $1 &lt;i&gt;</p>\n", filled.markup());
    }
}
