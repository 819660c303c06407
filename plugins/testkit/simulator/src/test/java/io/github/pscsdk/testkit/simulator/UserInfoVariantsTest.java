package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The spellings of UserInfo that were recorded over the years, each by one professional (pro-sante-connect, section 5.7). */
class UserInfoVariantsTest extends WithSimulator {
    private JsonNode userInfo(String nationalId) throws Exception {
        return caller.userInfo(login(nationalId).text("access_token"))
                .assertOk()
                .json();
    }

    private static JsonNode practices(JsonNode document) {
        return document.get("SubjectRefPro").get("exercices");
    }

    @Test
    void the_pharmacist_has_a_full_document() throws Exception {
        var document = userInfo("899999100011");

        assertEquals("FICTIVE-MORTIER", document.get("family_name").asText());
        assertEquals("CLARIMELLE", document.get("given_name").asText());
        assertEquals("MOBILE", document.get("authMode").asText());
        assertEquals("SA33^1.2.250.1.71.4.2.4", document.get("Secteur_Activite").asText());
        assertEquals(
                "21^1.2.250.1.213.1.1.5.5", document.get("SubjectRole").get(0).asText());
        assertEquals("PHARMACIE IMAGINAIRE", document.get("SubjectOrganization").asText());
        assertEquals("RPPS", document.get("otherIds").get(0).get("origine").asText());
        assertEquals(1, document.get("otherIds").get(0).get("qualite").asInt());
        var practice = practices(document).get(0);
        assertEquals("21", practice.get("codeProfession").asText());
        assertEquals("", practice.get("codeSavoirFaire").asText());
        var activity = practice.get("activities").get(0);
        assertEquals(30, activity.size(), "every member, empty ones included");
        assertEquals("000999037", activity.get("numeroFinessSite").asText());
        assertEquals("", activity.get("telecopie").asText());
    }

    @Test
    void a_other_ids_may_be_spelt_as_in_2022() throws Exception {
        var document = userInfo("899999100029");

        assertFalse(document.has("otherIds"));
        assertEquals(
                "899999100029",
                document.get("otherIDs").get(0).get("identifiant").asText());
        assertEquals(2, practices(document).get(0).get("activities").size());
    }

    @Test
    void b_civility_and_kind_of_activity_may_be_at_top_level() throws Exception {
        var document = userInfo("899999100201");

        assertEquals("M", document.get("codeCivilite").asText());
        assertEquals("GENR01", document.get("codeGenreActivite").asText());
        assertFalse(document.get("SubjectRefPro").has("codeCivilite"));
        assertEquals(
                "S",
                practices(document)
                        .get(0)
                        .get("activities")
                        .get(0)
                        .get("codeModeExercice")
                        .asText());
    }

    @Test
    void c_the_means_may_be_absent() throws Exception {
        var document = userInfo("0999999999");

        assertFalse(document.has("authMode"));
        assertEquals("ADELI", document.get("otherIds").get(0).get("origine").asText());
    }

    @Test
    void d_a_mail_address_may_be_unverified() throws Exception {
        assertFalse(userInfo("899999100227").get("email_verified").asBoolean(true));
    }

    @Test
    void e_a_test_identity_of_edit_has_no_organization_id() throws Exception {
        var document = userInfo("ANS20990101120000");

        assertEquals("EDIT", document.get("otherIds").get(0).get("origine").asText());
        assertEquals("", document.get("SubjectOrganizationID").asText());
    }

    @Test
    void f_there_may_be_five_activities_and_two_given_names() throws Exception {
        var document = userInfo("899999100037");

        assertEquals(5, practices(document).get(0).get("activities").size());
        assertEquals("OSWALDINE MIRABELLINE", document.get("given_name").asText());
    }

    @Test
    void g_and_i_the_same_practice_may_come_twice_and_one_may_have_no_activities() throws Exception {
        var practices = practices(userInfo("899999100235"));

        assertEquals(3, practices.size());
        assertEquals(practices.get(0), practices.get(1));
        assertFalse(practices.get(2).has("activities"));
    }

    @Test
    void h_there_may_be_no_professional_data_at_all() throws Exception {
        var names = new HashSet<String>();
        userInfo("899999100219").fieldNames().forEachRemaining(names::add);

        assertEquals(
                Set.of("sub", "SubjectNameID", "preferred_username", "given_name", "family_name", "codeCivilite"),
                names);
    }

    @Test
    void staff_have_no_other_ids() throws Exception {
        var document = userInfo("512345678200010/EMP00001");

        assertEquals("512345678200010/EMP00001", document.get("SubjectNameID").asText());
        assertFalse(document.has("otherIds"));
    }
}
