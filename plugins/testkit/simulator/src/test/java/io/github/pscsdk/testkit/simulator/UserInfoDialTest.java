package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant, for a persona that has none of its own and for one without practices. */
class UserInfoDialTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private JsonNode userInfo(String nationalId, UserInfoVariant variant) throws Exception {
        simulator.turn("user-info", variant.name());
        return caller.userInfo(login(nationalId).text("access_token"))
                .assertOk()
                .json();
    }

    private JsonNode userInfo(UserInfoVariant variant) throws Exception {
        return userInfo(PHARMACIST, variant);
    }

    private static JsonNode practices(JsonNode document) {
        return document.get("SubjectRefPro").get("exercices");
    }

    @Test
    void a_to_d_are_spellings() throws Exception {
        assertTrue(userInfo(UserInfoVariant.A_OTHER_IDS_OF_2022).has("otherIDs"));
        assertTrue(userInfo(UserInfoVariant.B_CIVILITY_ON_TOP).has("codeCivilite"));
        assertFalse(userInfo(UserInfoVariant.C_NO_AUTH_MODE).has("authMode"));
        assertFalse(
                userInfo(UserInfoVariant.D_EMAIL_VERIFIED).get("email_verified").asBoolean(true));
    }

    @Test
    void e_has_the_origin_of_a_test_identity_and_no_organization_id() throws Exception {
        var document = userInfo(UserInfoVariant.E_EDIT_IDENTITY);

        assertEquals("EDIT", document.get("otherIds").get(0).get("origine").asText());
        assertEquals("", document.get("SubjectOrganizationID").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {PHARMACIST, "899999100219", "899999100235"})
    void f_g_and_i_concern_the_practices_of_anybody(String nationalId) throws Exception {
        var five = practices(userInfo(nationalId, UserInfoVariant.F_FIVE_ACTIVITIES));
        var twice = practices(userInfo(nationalId, UserInfoVariant.G_SAME_PRACTICE_TWICE));
        var without = practices(userInfo(nationalId, UserInfoVariant.I_PRACTICE_WITHOUT_ACTIVITIES));

        assertEquals(5, five.get(0).get("activities").size());
        assertEquals(twice.get(0), twice.get(twice.size() - 1));
        assertTrue(twice.size() > 1);
        assertFalse(without.get(without.size() - 1).has("activities"));
    }

    @Test
    void h_has_no_professional_data_and_a_reset_brings_it_back() throws Exception {
        assertFalse(userInfo(UserInfoVariant.H_MINIMAL).has("SubjectRefPro"));

        simulator.reset("user-info");

        var tokens = login(PHARMACIST);
        assertTrue(caller.userInfo(tokens.text("access_token")).json().has("SubjectRefPro"));
    }
}
