package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site makes a browser send. */
class ForeignFormTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @ValueSource(
            strings = {"/psc/logout", "/me/place", "/declaration", "/declaration/preview", "/declaration/hand-over"})
    void a_form_without_the_token_of_its_own_session_is_refused(String path) throws Exception {
        var tokenOfAnother = lab.logIn(new Visitor()).hidden();
        lab.logIn(visitor);

        for (var fields :
                List.of(Map.<String, String>of(), Map.of("csrf", ""), Map.of("csrf", "guess"), tokenOfAnother)) {
            var refused = visitor.post(lab.page(path), fields);

            assertEquals(403, refused.status());
            assertTrue(refused.text().contains("Demande refusée"), refused.text());
        }
        assertEquals(200, visitor.get(lab.page("/me")).status(), "still logged in");
    }

    @Test
    void what_cannot_be_read_is_refused() throws Exception {
        var me = lab.logIn(visitor);

        var refused = visitor.post(
                lab.page("/declaration/preview"), me.hiddenAnd(Map.of("offers[0].details", "x".repeat(70_000))));

        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Demande illisible"), refused.text());
    }
}
