package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pro Santé Connect chooses no place of work: the person does. */
class PlaceTest {
    private static final String DOCTOR_AND_HOSPITAL = "899999100029";
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([^\"]+)\"( checked)?");

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void whoever_works_at_two_places_has_chosen_none_at_first() throws Exception {
        lab.seat(DOCTOR_AND_HOSPITAL);

        var me = lab.logIn(visitor);

        assertEquals(2, places(me));
        assertFalse(me.text().contains(" checked"), me.text());
        assertTrue(me.text().contains("CABINET FICTIF DES ESSAIS"), me.text());
        assertTrue(me.text().contains("HOPITAL IMAGINAIRE"), me.text());
        assertEquals(lab.page("/me"), visitor.get(lab.page("/declaration")).location());
    }

    @Test
    void the_choice_holds_for_the_session_and_no_longer() throws Exception {
        lab.seat(DOCTOR_AND_HOSPITAL);
        choose(lab.logIn(visitor), "0");

        assertTrue(visitor.get(lab.page("/me")).text().contains("value=\"0\" checked"));
        assertTrue(visitor.get(lab.page("/declaration")).text().contains("CABINET FICTIF DES ESSAIS"));

        assertFalse(lab.logIn(visitor).text().contains(" checked"));
    }

    @Test
    void a_place_that_is_not_theirs_cannot_be_chosen() throws Exception {
        lab.seat(DOCTOR_AND_HOSPITAL);
        var me = lab.logIn(visitor);

        for (var other : new String[] {"", "-1", "2", "0.0", "x"}) {
            assertEquals(lab.page("/me"), choose(me, other).location(), other);
        }
        assertFalse(visitor.get(lab.page("/me")).text().contains(" checked"));
    }

    @Test
    void whoever_has_one_place_need_not_choose() throws Exception {
        var me = lab.logIn(visitor);

        assertEquals(1, places(me));
        assertTrue(me.text().contains("value=\"0\" checked"), me.text());
        assertEquals(200, visitor.get(lab.page("/declaration")).status());
    }

    @Test
    void whoever_has_no_place_reads_that_there_is_nothing_to_declare() throws Exception {
        lab.seat("899999100219");

        var me = lab.logIn(visitor);

        assertEquals(0, places(me));
        assertTrue(me.text().contains("L’annuaire ne donne pour vous aucune profession"), me.text());
        assertEquals(lab.page("/me"), visitor.get(lab.page("/declaration")).location());
    }

    @Test
    void a_practice_that_the_directory_repeats_is_shown_once_and_one_without_a_place_is_shown_too() throws Exception {
        lab.seat("899999100235");

        var me = lab.logIn(visitor);

        var keys =
                PLACE.matcher(me.text()).results().map(place -> place.group(1)).toList();
        assertEquals(keys.stream().distinct().toList(), keys);
        assertTrue(me.text().contains("Lieu sans nom dans l’annuaire"), me.text());
        assertEquals(1, me.text().split("CABINET FICTIF", -1).length - 1, me.text());
    }

    @Test
    void what_may_be_declared_is_judged_by_the_place_that_was_chosen() throws Exception {
        lab.seat(DOCTOR_AND_HOSPITAL);
        var me = lab.logIn(visitor);

        var hospital = visitor.follow(choose(me, "1"));
        assertFalse(hospital.text().contains("<textarea"), hospital.text());
        assertTrue(hospital.text().contains("libéral"), hospital.text());
        assertTrue(hospital.text().contains("<a href=\"/declaration?unchecked=1&amp;lang=en\""), hospital.text());

        var practice = visitor.follow(choose(me, "0"));
        assertTrue(practice.text().contains("<textarea"), practice.text());
    }

    private PageResponse choose(PageResponse me, String place) throws Exception {
        return visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", place)));
    }

    private static long places(PageResponse me) {
        return PLACE.matcher(me.text()).results().count();
    }
}
