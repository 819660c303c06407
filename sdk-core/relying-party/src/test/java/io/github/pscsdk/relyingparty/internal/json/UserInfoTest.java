package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant of section 5.7 of the reference, and documents that nobody should send. */
class UserInfoTest {
    private static final String FULL = resource("userinfo-full.json");

    private static String resource(String name) {
        try (var in = UserInfoTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserInfo read(String json) throws UnreadableJsonException {
        return UserInfo.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Professional professional(String json) throws UnreadableJsonException {
        return read(json).professional().orElseThrow();
    }

    @Test
    void a_text_without_end_is_cut_between_two_characters() throws Exception {
        var longest = "x".repeat(1024);
        var odd = "x".repeat(1023) + "\uD83D\uDE00";

        assertEquals(longest, professional(FULL.replace("FICTIVE", longest)).familyName());
        assertEquals(
                longest, professional(FULL.replace("FICTIVE", longest + "y")).familyName());
        assertEquals(
                "x".repeat(1023), professional(FULL.replace("FICTIVE", odd)).familyName());
    }

    @Test
    void a_full_document() throws Exception {
        var info = read(FULL);
        var professional = info.professional().orElseThrow();
        var practice = professional.practices().get(0);
        var cabinet = practice.workplaces().get(0);
        var hospital = practice.workplaces().get(1);

        assertEquals("f:00000000-0000-4000-8000-000000000001:899999000427", info.subject());
        assertEquals(Optional.of("MOBILE"), info.authMode());
        assertEquals("899999000427", professional.nationalId().value());
        assertEquals("FICTIVE", professional.familyName());
        assertEquals(List.of("AMANDINE"), professional.givenNames());
        assertEquals(Optional.of(new CodedValue("1.2.250.1.213.1.6.1.69", "MME")), professional.civility());
        assertEquals(List.of(new OtherId("899999000427", "RPPS")), professional.otherIds());
        assertEquals(new CodedValue("1.2.250.1.213.1.1.5.5", "10"), practice.profession());
        assertEquals(Optional.of(new CodedValue("1.2.250.1.71.4.2.5", "SM54")), practice.expertise());
        assertEquals(Optional.of(new CodedValue("1.2.250.1.71.4.2.4", "SA07")), cabinet.sector());
        assertEquals(Optional.of(new CodedValue("1.2.250.1.213.1.6.1.18", "L")), cabinet.mode());
        assertEquals(Optional.empty(), cabinet.pharmacistSection());
        assertEquals(Optional.empty(), cabinet.structure().finess());
        assertEquals(Optional.of("12345678200010"), cabinet.structure().siret());
        assertEquals(Optional.of("75000"), cabinet.address().postcode());
        assertEquals(Optional.of("0100000000"), cabinet.contact().telephone());
        assertEquals(Optional.of("0B0999901"), hospital.structure().finess());
        assertEquals(Optional.of("1B0999902"), hospital.structure().legalEntityFiness());
        assertEquals(Optional.of("CNOM/CNOM/ARS"), hospital.registeredBy());
    }

    @Test
    void a_document_may_have_thirty_two_levels() throws Exception {
        assertEquals("FICTIVE", professional(withLevels(32)).familyName());
        assertThrows(UnreadableJsonException.class, () -> read(withLevels(33)));
    }

    private static String withLevels(int levels) {
        return FULL.replaceFirst("\\{", "{\"deep\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + ",");
    }

    @Test
    void variant_a_other_ids_in_the_spelling_of_2022() throws Exception {
        var professional = professional(FULL.replace("\"otherIds\"", "\"otherIDs\""));

        assertEquals(List.of(new OtherId("899999000427", "RPPS")), professional.otherIds());
    }

    @Test
    void both_spellings_at_once_are_one_list() throws Exception {
        var both = FULL.replace(
                "\"otherIds\"",
                "\"otherIDs\": [{\"identifiant\": \"0999999999\", \"origine\": \"ADELI\"}], \"otherIds\"");

        assertEquals(2, professional(both).otherIds().size());
    }

    @Test
    void variant_b_civility_and_kind_of_activity_at_top_level() throws Exception {
        var json = """
                {"sub": "s", "SubjectNameID": "899999000427", "codeCivilite": "M", "codeGenreActivite": "GENR01",
                 "SubjectRefPro": {"exercices": [
                   {"codeProfession": "60", "activities": [{"codeModeExercice": "L"}]}]}}
                """;

        var professional = professional(json);
        var workplace = professional.practices().get(0).workplaces().get(0);

        assertEquals(Optional.of("M"), professional.civility().map(CodedValue::code));
        assertEquals(Optional.of(new CodedValue("1.2.250.1.213.1.6.1.19", "GENR01")), workplace.activityKind());
    }

    @Test
    void a_kind_of_activity_at_top_level_is_given_to_none_of_several_workplaces() throws Exception {
        var json = """
                {"sub": "s", "SubjectNameID": "899999000427", "codeGenreActivite": "GENR01",
                 "SubjectRefPro": {"exercices": [{"codeProfession": "60", "activities": [{}, {}]}]}}
                """;

        var workplaces = professional(json).practices().get(0).workplaces();

        assertTrue(workplaces.stream().allMatch(w -> w.activityKind().isEmpty()));
    }

    @Test
    void variant_c_no_auth_mode() throws Exception {
        assertEquals(
                Optional.empty(), read(FULL.replace("\"authMode\"", "\"x\"")).authMode());
    }

    @Test
    void variant_d_email_verified() throws Exception {
        assertEquals(professional(FULL), professional(FULL.replaceFirst("\\{", "{\"email_verified\": false,")));
    }

    @Test
    void variant_e_test_identity_of_edit() throws Exception {
        var json = """
                {"sub": "s", "SubjectNameID": "ANS20990101120000", "family_name": "FICTIF", "given_name": "BASILE",
                 "otherIds": [{"identifiant": "ANS20990101120000", "origine": "EDIT", "qualite": 1}],
                 "SubjectOrganizationID": ""}
                """;

        assertEquals("ANS20990101120000", professional(json).nationalId().value());
        assertEquals("EDIT", professional(json).otherIds().get(0).origin());
    }

    @Test
    void variant_f_five_activities() throws Exception {
        var five = String.join(",", List.of("{}", "{}", "{}", "{}", "{}"));
        var json = """
                {"sub": "s", "SubjectNameID": "899999000427",
                 "SubjectRefPro": {"exercices": [{"codeProfession": "60", "activities": [%s]}]}}
                """.formatted(five);

        assertEquals(5, professional(json).practices().get(0).workplaces().size());
    }

    @Test
    void variants_g_and_i_the_same_practice_twice_and_no_activities() throws Exception {
        var json = """
                {"sub": "s", "SubjectNameID": "899999000427", "SubjectRefPro": {"exercices": [
                   {"codeProfession": "10", "codeCategorieProfessionnelle": "C"},
                   {"codeProfession": "10", "codeCategorieProfessionnelle": "C"}]}}
                """;

        var practices = professional(json).practices();

        assertEquals(2, practices.size());
        assertEquals(practices.get(0), practices.get(1));
        assertEquals(List.of(), practices.get(0).workplaces());
    }

    @Test
    void variant_h_the_minimal_document() throws Exception {
        var json = """
                {"sub": "f:x:899999100219", "preferred_username": "899999100219", "codeCivilite": "MME",
                 "given_name": "PROSPERINE", "family_name": "FICTIVE", "SubjectNameID": "899999100219"}
                """;

        assertEquals(List.of(), professional(json).practices());
        assertEquals(List.of(), professional(json).otherIds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"family_name\": \"AUTREMENT\"",
                "\"SubjectNameID\": \"899999000427\"",
                "\"unknown\": 1, \"unknown\": 2",
                "\"unknown\": [{\"a\": {\"b\": 1, \"b\": 1}}]"
            })
    void a_member_that_comes_twice_at_whatever_depth_makes_it_unreadable(String member) {
        assertThrows(UnreadableJsonException.class, () -> read(FULL.replaceFirst("\\{", "{" + member + ",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "SubjectNameID", "PSISubjectNameID"})
    void a_name_of_the_person_that_is_no_text_makes_it_unreadable(String member) {
        for (var odd : List.of("7", "[\"899999000427\"]", "{}", "true")) {
            assertThrows(UnreadableJsonException.class, () -> read("{\"" + member + "\": " + odd + "}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void another_encoding_is_not_read(String encoding) {
        var document = "{\"sub\": \"s\"}".getBytes(Charset.forName(encoding));

        assertThrows(UnreadableJsonException.class, () -> UserInfo.read(document));
        assertThrows(UnreadableJsonException.class, () -> IdTokenClaims.read(document));
        assertThrows(
                UnreadableJsonException.class, () -> ProviderMetadata.read(document, PscEnvironment.sandbox(), false));
        assertThrows(UnreadableJsonException.class, () -> LogoutTokenClaims.read(document));
        assertThrows(UnreadableJsonException.class, () -> RelyingPartyJson.readKeySet(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "7", "[7]", "[[\"x\"]]", "{\"a\":{\"b\":[1]}}", "null", "true", "[null]", "\"\""})
    void an_optional_member_of_another_type_is_as_good_as_absent(String odd) throws Exception {
        for (var member : List.of("otherIds", "SubjectRefPro", "authMode", "codeCivilite", "family_name")) {
            var json = "{\"" + member + "\": " + odd + ", \"sub\": \"s\", \"SubjectNameID\": \"899999000427\"}";

            assertEquals("899999000427", professional(json).nationalId().value(), member);
        }
    }

    @Test
    void a_practice_without_its_profession_is_left_out() throws Exception {
        var json = """
                {"sub": "s", "SubjectNameID": "899999000427",
                 "SubjectRefPro": {"exercices": [{"codeProfession": ""}, {"codeProfession": "60"}, 7]}}
                """;

        assertEquals(1, professional(json).practices().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\" \"", "\"éàü\""})
    void no_usable_national_identifier_means_no_professional(String id) throws Exception {
        assertEquals(
                Optional.empty(),
                read("{\"sub\": \"s\", \"SubjectNameID\": " + id + "}").professional());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "\"text\"", "<html>", "{", "{} trailing", "{\"sub\": \"s\"}}"})
    void what_is_not_one_json_object_cannot_be_read(String text) {
        assertThrows(UnreadableJsonException.class, () -> read(text));
    }

    @Test
    void ten_thousand_levels_cannot_be_read() {
        var deep = "{\"SubjectRefPro\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThrows(UnreadableJsonException.class, () -> read(deep));
        assertThrows(UnreadableJsonException.class, () -> read("{\"unknown\":" + "[".repeat(10_000)));
    }

    @Test
    void what_could_not_be_read_is_not_in_the_exception() {
        var failure = assertThrows(UnreadableJsonException.class, () -> read("{\"sub\": secret}"));

        assertEquals("not a readable UserInfo (JsonParseException)", failure.getMessage());
        assertEquals(null, failure.getCause());
    }
}
