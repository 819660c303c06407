package io.github.pscsdk.example.declaration.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of the form says what the rules and the JSON of a declaration say, and nothing else. */
class DeclarationFormTest {
    /** Known from the login, from the file that was imported, or from the choice with which a declaration begins. */
    private static final Set<String> NO_FIELDS =
            Set.of("banId", "precision", "kind", "nationalId", "rpps", "system", "id");

    /** A declaration of both kinds in which nothing is said. */
    private static Declaration blank() throws Exception {
        return DeclarationDocument.read(
                "{\"offers\":[{\"kind\":\"testing\"},{\"kind\":\"vaccination\"}]}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_no_that_is_written_stays_while_its_box_is_not_ticked() throws Exception {
        var fields = DeclarationForm.fields(blank());
        var written = DeclarationForm.at("hidden", blank()).orElseThrow();
        var no = new FieldValues(Map.of("hidden", List.of("f"))).in(blank(), List.of(written));

        assertEquals(no, FieldValues.sent(fields, name -> List.of()).in(no, fields));
        var yes = FieldValues.sent(fields, name -> name.equals("hidden") ? List.of("t") : List.of())
                .in(no, fields);
        assertEquals(Optional.of("t"), yes.hidden());
        assertEquals(blank(), FieldValues.sent(fields, name -> List.of()).in(yes, fields));
    }

    private static Declaration filled() throws Exception {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : DeclarationForm.fields(blank())) {
            values.put(field.path(), List.of("typed " + values.size()));
        }
        return new FieldValues(values).in(blank(), DeclarationForm.fields(blank()));
    }

    @Test
    void every_member_of_a_declaration_has_a_field_and_every_field_is_a_member() throws Exception {
        var members = new TreeSet<String>();
        collect(
                new ObjectMapper()
                        .readTree(DeclarationDocument.canonical(filled()))
                        .deepCopy(),
                members);
        var known = new TreeSet<String>();
        for (var type : List.of(Declarant.class, Place.class, Offer.class)) {
            members(type).forEach(known::add);
        }
        for (var day : DayOfWeek.values()) {
            known.add(day.name().toLowerCase(Locale.ROOT));
        }
        known.removeAll(NO_FIELDS);
        known.remove("hours");
        members.removeAll(Set.of("opensOn", "closesOn", "hidden", "kind"));

        assertEquals(known, members);
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? members(component.getType())
                        : Stream.of(component.getName()));
    }

    private static void collect(ObjectNode node, Set<String> members) {
        node.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode object) {
                collect(object, members);
            } else if (member.getKey().equals("offers")) {
                member.getValue().forEach(offer -> collect((ObjectNode) offer, members));
            } else {
                members.add(member.getKey());
            }
        });
    }

    @Test
    void what_is_typed_into_a_field_is_found_again_and_emptied_again() throws Exception {
        var fields = DeclarationForm.fields(blank());
        var values = FieldValues.of(filled(), fields);

        for (var field : fields) {
            assertEquals(1, values.all(field).size(), field.path());
        }
        assertEquals(values.values().size(), new HashSet<>(values.values().values()).size());
        assertEquals(
                DeclarationDocument.canonical(blank()),
                DeclarationDocument.canonical(new FieldValues(Map.of()).in(filled(), fields)));
    }

    @Test
    void the_fields_of_an_offer_are_of_the_kind_that_the_rules_read() throws Exception {
        var offers = "{\"offers\":[{\"kind\":\" testing \"}]}".getBytes(StandardCharsets.UTF_8);

        assertTrue(DeclarationForm.at("offers[0].tests", DeclarationDocument.read(offers))
                .isPresent());
    }

    @Test
    void a_day_that_the_page_showed_as_open_is_closed_by_unticking_it_whatever_its_text_is() throws Exception {
        var monday = DeclarationForm.at("offers[0].hours.monday", blank()).orElseThrow();
        var unticked = Map.of(monday.path(), List.of("9h-12h"), FieldValues.OPEN_DAYS, List.of("x " + monday.path()));
        var typed = Map.of(monday.path(), List.of("9h-12h"), FieldValues.OPEN_DAYS, List.of("x"));

        assertEquals(List.of(), sent(monday, unticked));
        assertEquals(List.of("9h-12h"), sent(monday, typed));
    }

    private static List<String> sent(FormField day, Map<String, List<String>> sent) {
        return FieldValues.sent(List.of(day), name -> sent.getOrDefault(name, List.of()))
                .all(day);
    }

    @Test
    void of_a_list_no_more_is_read_than_a_declaration_takes() throws Exception {
        var fields = DeclarationForm.ofOneOffer(FormStep.OFFER);
        var values = FieldValues.sent(fields, name -> Collections.nCopies(60, name));

        var read = values.in(blank(), fields).offers().get(0);

        assertEquals(50, read.tests().size());
        assertEquals(50, read.products().size(), "an offer has the fields of either kind until one is chosen");
    }

    @Test
    void the_fields_of_one_step_leave_all_others_alone() throws Exception {
        for (var step : FormStep.values()) {
            var fields = DeclarationForm.fields(step, filled());
            var others = DeclarationForm.fields(filled()).stream()
                    .filter(field -> !fields.contains(field))
                    .toList();

            var emptied = new FieldValues(Map.of()).in(filled(), fields);

            assertEquals(FieldValues.of(filled(), others), FieldValues.of(emptied, others), step::toString);
        }
    }

    @Test
    void the_sureness_of_a_position_goes_with_that_position() throws Exception {
        var sure = DeclarationDocument.read(
                "{\"place\":{\"latitude\":\"48.1\",\"longitude\":\"2.1\",\"precision\":\"0.9\"}}"
                        .getBytes(StandardCharsets.UTF_8));
        var fields = DeclarationForm.fields(sure);
        var moved = new LinkedHashMap<>(FieldValues.of(sure, fields).values());
        moved.put("place.latitude", List.of("48.2"));

        assertTrue(FieldValues.of(sure, fields)
                .in(sure, fields)
                .place()
                .precision()
                .isPresent());
        assertTrue(new FieldValues(moved).in(sure, fields).place().precision().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void every_field_step_and_choice_has_words(Language language) throws Exception {
        var used = new TreeSet<String>();
        var fields = Stream.concat(Stream.of(DeclarationForm.KIND), DeclarationForm.fields(blank()).stream());
        for (var field : fields.toList()) {
            assertFalse(field.label(language).isBlank(), field.path());
            field.choices()
                    .forEach(choice -> assertFalse(field.word(choice, language).isBlank()));
            used.add(field.path().replaceAll("\\[\\d]", ""));
        }
        for (var key : FormStep.texts(language).keys()) {
            if (key.startsWith("field.")) {
                assertTrue(used.contains(key.substring("field.".length())), key);
            }
        }
        assertEquals(
                FormStep.texts(Language.FRENCH).keys().stream()
                        .filter(key -> !key.startsWith("value."))
                        .collect(Collectors.toSet()),
                FormStep.texts(Language.ENGLISH).keys().stream()
                        .filter(key -> !key.startsWith("value."))
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_the_form_marks_as_needed_the_rules_need_and_nothing_else() throws Exception {
        var blank = blank();
        var findings = new DeclarationCheck(Eligibility.current())
                .check(blank, SampleCallers.pharmacist())
                .findings();
        var missing = findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .map(finding -> DeclarationForm.at(finding.field(), blank))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var needed = DeclarationForm.fields(blank).stream()
                .filter(field -> field.is(Mark.REQUIRED))
                .collect(Collectors.toSet());

        assertEquals(needed, missing);
    }

    @Test
    void a_finding_leads_to_the_step_that_has_its_field() throws Exception {
        var both = blank();

        assertEquals(FormStep.OFFER, DeclarationForm.stepOf("offers[1].products[2]", both));
        assertEquals(FormStep.HOURS, DeclarationForm.stepOf("offers[0].hours.monday", both));
        assertEquals(FormStep.CONTACT, DeclarationForm.stepOf("professional.email", both));
        assertEquals(FormStep.OFFER, DeclarationForm.stepOf("offers", both));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9h-12h;9h-12h;9h-12h;9h-12h;9h-12h;;        | Du lundi au vendredi de 9 h à 12 h. Fermé samedi et dimanche.",
                "8h30-12h30 et 14h-19h;;;;;9h-midi;          | Lundi de 8 h 30 à 12 h 30 et de 14 h à 19 h. Samedi de 9 h à 12 h."
                        + " Fermé les autres jours.",
                "9h-12h;9h-12h;9h-12h;9h-12h;9h-12h;9h-12h;9h-24h | Du lundi au samedi de 9 h à 12 h. Dimanche de 9 h à minuit.",
                "9h-12h;;9h-12h;;9h-12h;;                    | Lundi, mercredi et vendredi de 9 h à 12 h. Fermé les autres jours.",
                "?;9h-8h;sur rendez-vous;;;;                 | Mercredi : « sur rendez-vous ». Fermé les autres jours."
                        + " Lundi et mardi : heures à préciser.",
            })
    void the_public_reads_days_with_the_same_hours_in_one_sentence(String week, String sentence) throws Exception {
        var hours = new LinkedHashMap<DayOfWeek, String>();
        var cells = week.split(";", -1);
        for (var day : DayOfWeek.values()) {
            if (!cells[day.ordinal()].isBlank()) {
                hours.put(day, cells[day.ordinal()].strip());
            }
        }
        var declaration = testing(hours, Optional.empty());

        var text = PublicText.of(declaration, Language.FRENCH).offers().get(0);

        var read = new java.util.ArrayList<>(
                text.sentences().subList(1, text.sentences().size()));
        read.addAll(text.missing());
        assertEquals(sentence, String.join(" ", read).replace('\u00A0', ' '));
    }

    private static Declaration testing(Map<DayOfWeek, String> hours, Optional<String> text) throws Exception {
        var document = DeclarationDocument.of(blank().with(List.of(DeclarationDocument.blankOffer(OfferKind.TESTING))));
        hours.forEach((day, ofDay) -> document.put(DeclarationDocument.day("offers[0]", day), Optional.of(ofDay)));
        document.put("offers[0].hoursText", text);
        return document.declaration();
    }

    @Test
    void a_usual_week_and_the_hours_of_another_day_are_taken_at_one_press() throws Exception {
        var week = DeclarationForm.withUsualWeek(blank(), 0, 0);
        var more = DeclarationForm.withSameHours(week, 0, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        var both = DeclarationForm.withSameWeek(more, 1);

        assertEquals("09h00-12h00 et 14h00-19h00", week.offers().get(0).hours().get(DayOfWeek.FRIDAY));
        assertEquals(6, more.offers().get(0).hours().size());
        assertEquals(more.offers().get(0).hours(), both.offers().get(1).hours());
    }

    @Test
    void a_week_that_is_laid_out_leaves_the_days_that_were_filled_in() throws Exception {
        var filled = Map.of(DayOfWeek.MONDAY, "9h-12h", DayOfWeek.TUESDAY, "10h-11h", DayOfWeek.FRIDAY, DayHours.OPEN);
        var text = Optional.of("Sur RDV | lundi au vendredi 9h-12h");
        var before = testing(filled, text);

        var after = DeclarationForm.laidOut(before, 0).offers().get(0);
        var usual = DeclarationForm.withUsualWeek(before, 0, 0).offers().get(0);

        assertEquals("9h-12h", after.hours().get(DayOfWeek.MONDAY));
        assertEquals("10h-11h", after.hours().get(DayOfWeek.TUESDAY));
        assertEquals("09h00-12h00", after.hours().get(DayOfWeek.FRIDAY));
        assertEquals(Optional.of("Mardi : 09h00-12h00 | Sur RDV"), after.hoursText());
        assertEquals("10h-11h", usual.hours().get(DayOfWeek.TUESDAY));
        assertEquals(text, usual.hoursText());
    }

    @Test
    void a_copy_sheet_has_the_answers_of_the_place_and_of_each_offer_in_an_order_of_its_own() throws Exception {
        var filled = filled();

        assertTrue(CopySheet.lines(filled, Language.ENGLISH).size() >= 40);
    }
}
