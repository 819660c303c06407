package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.BrokeredVisit.Place;
import io.github.pscsdk.testkit.simulator.internal.model.TokenDefect;
import io.github.pscsdk.testkit.simulator.internal.model.TokenProfile;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ANS's extension of Keycloak at work with the simulator: somebody's own build and own Keycloak, which the properties {@code
 * ans.keycloak.jar} and {@code ans.keycloak.home} name. The profile {@code by-path} runs this, and nothing else does.
 */
@Tag("by-path")
class AnsKeycloakExtensionTest {
    private static final String JAR = System.getProperty("ans.keycloak.jar", "");
    private static final String HOME = System.getProperty("ans.keycloak.home", "");
    private static final String JAVA = System.getProperty("ans.keycloak.java", "java");
    private static final Path FOLDER = Path.of("target", "ans-keycloak", "keycloak");
    private static final NationalId DOCTOR = new NationalId("899999100029");

    private static PscSimulator simulator;
    private static KeycloakBroker keycloak;

    private final BrokeredVisit browser = new BrokeredVisit(keycloak);

    @BeforeAll
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    static void start() throws Exception {
        var isThere = !JAR.isEmpty() && Files.isReadable(Path.of(JAR)) && Files.isReadable(Path.of(HOME, "bin/kc.sh"));
        if (!isThere) {
            System.err.println(
                    "SKIPPED AnsKeycloakExtensionTest: give the path of your own build of ANS's extension with"
                            + " -Dans.keycloak.jar=keycloak-prosanteconnect.jar, of an unpacked Keycloak with -Dans.keycloak.home=/path,"
                            + " and of the Java that it needs with -Dans.keycloak.java=/path/to/bin/java");
        }
        Assumptions.assumeTrue(isThere, "needs -Dans.keycloak.jar and -Dans.keycloak.home");
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(KeycloakBroker.CLIENT, KeycloakBroker.SECRET))
                .start();
        keycloak = KeycloakBroker.start(Path.of(HOME), Path.of(JAR), JAVA, FOLDER.toAbsolutePath(), simulator);
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        simulator.resetDials();
        simulator.browserPersona(Personas.PHARMACIST);
        simulator.register(keycloak.registration());
        keycloak.beginAnew();
    }

    private static String user(JsonNode tokens) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(Jwt.payload(tokens.get("id_token").asText()))
                .get("preferred_username")
                .asText();
    }

    /** Neither back at the software nor a page where a login goes on. */
    private static void assertError(Place place) {
        assertTrue(place.status() >= 400, () -> place.status() + " at " + place.address());
    }

    @ParameterizedTest
    @CsvSource({"MOBILE, OF_2021", "MOBILE, OF_2026", "CARD, OF_2021"})
    void logs_in_and_imports_the_claims(String means, TokenProfile year) throws Exception {
        simulator.turn("browser-means", means).turn("token-profile", year.name());
        var before = simulator.count(Endpoint.USERINFO);

        var tokens = browser.logInForTheFirstTime();

        assertEquals(Personas.PHARMACIST.value(), user(tokens));
        var accounts = keycloak.accounts();
        assertEquals(1, accounts.size());
        var account = accounts.get(0);
        assertEquals(
                Personas.PHARMACIST.value(), account.at("/attributes/rpps/0").asText(), account::toString);
        assertEquals("21", account.at("/attributes/profession/0").asText(), account::toString);
        assertEquals("PSC", account.at("/attributes/provider/0").asText(), account::toString);
        assertEquals("CLARIMELLE", account.get("firstName").asText());
        assertEquals("FICTIVE-MORTIER", account.get("lastName").asText());
        assertEquals(before + 1, simulator.count(Endpoint.USERINFO));
        assertEquals(0, simulator.count(Endpoint.UNKNOWN));
    }

    @Test
    void refuses_the_level_of_card_logins_of_2026() throws Exception {
        simulator.turn("browser-means", "CARD");

        assertError(browser.begin());

        assertTrue(keycloak.log().contains("The returned eIDAS level is not supported"));
        simulator.turn("card-acr", "EIDAS1");
        assertEquals(Personas.PHARMACIST.value(), user(browser.logInForTheFirstTime()));
    }

    @ParameterizedTest
    @EnumSource(names = "DUPLICATE_MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void refuses_a_wrong_id_token(TokenDefect defect) throws Exception {
        simulator.turn("token-defect", defect.name());

        assertError(browser.begin());

        assertTrue(keycloak.accounts().isEmpty());
    }

    @Test
    void fetches_the_new_key_after_a_rotation() throws Exception {
        browser.logInForTheFirstTime();
        simulator.rotateKeys();

        assertEquals(Personas.PHARMACIST.value(), user(new BrokeredVisit(keycloak).logIn()));
    }

    @Test
    void a_refusal_leads_to_the_login_page_of_keycloak() throws Exception {
        simulator.browserPersona(new NationalId("899999100045"));

        var page = browser.begin();

        assertEquals(200, page.status(), page::html);
        assertTrue(page.html().contains("kc-form-login"), page::html);
    }

    @Test
    void a_second_login_gets_the_person_of_the_browsers_session_without_a_page() throws Exception {
        browser.logInForTheFirstTime();
        browser.forgetKeycloak();
        // Whoever would be asked on a page from now on.
        simulator.browserPersona(DOCTOR);

        assertEquals(Personas.PHARMACIST.value(), user(browser.logIn()));
    }

    @Test
    void a_logout_in_the_browser_ends_the_session_here_and_there() throws Exception {
        var tokens = browser.logInForTheFirstTime();
        simulator.browserPersona(DOCTOR);

        assertEquals("bye", browser.open(browser.logout(tokens)).parameters().get("state"));

        assertFalse(browser.isLoggedIn(tokens));
        assertEquals(DOCTOR.value(), user(browser.logInForTheFirstTime()));
    }

    @Test
    void a_logout_that_loses_its_state_ends_the_session_at_pro_sante_connect_alone() throws Exception {
        simulator.turn("logout-echoes-state", "false");
        var tokens = browser.logInForTheFirstTime();

        assertError(browser.open(browser.logout(tokens)));

        assertTrue(browser.isLoggedIn(tokens));
        browser.forgetKeycloak();
        simulator.browserPersona(DOCTOR);
        assertEquals(DOCTOR.value(), user(browser.logInForTheFirstTime()));
    }

    @Test
    void a_session_that_pro_sante_connect_ends_ends_at_keycloak() throws Exception {
        simulator.register(withLogoutTokens());
        var before = simulator.logoutNotices().size();
        var tokens = browser.logInForTheFirstTime();
        assertTrue(browser.isLoggedIn(tokens));

        simulator.endSessions();

        awaitNotice(before);
        assertFalse(browser.isLoggedIn(tokens));
    }

    @Test
    void a_logout_token_that_is_there_before_the_browser_makes_its_return_an_error_page() throws Exception {
        simulator.register(withLogoutTokens());
        var before = simulator.logoutNotices().size();
        var tokens = browser.logInForTheFirstTime();

        var atProSanteConnect = BrokeredVisit.next(browser.step(browser.logout(tokens)));
        var back = BrokeredVisit.next(browser.step(atProSanteConnect));
        awaitNotice(before);

        assertError(browser.open(back));
        assertFalse(browser.isLoggedIn(tokens));
    }

    private static SimulatedClient withLogoutTokens() {
        return keycloak.registration()
                .withBackchannelLogoutUri(keycloak.at("/protocol/openid-connect/logout/backchannel-logout"));
    }

    private static void awaitNotice(int before) {
        Await.until("a logout token was sent", () -> simulator.logoutNotices().size() > before);
        var notice = simulator.logoutNotices().get(before);
        assertEquals(200, notice.status().orElse(0));
    }

    @Test
    void whoever_has_a_new_sub_is_another_person_to_it() throws Exception {
        simulator.turn("token-profile", "OF_2021");
        browser.logInForTheFirstTime();
        simulator.turn("token-profile", "OF_2026");
        var another = new BrokeredVisit(keycloak);

        var page = another.complete(another.begin());

        assertNotEquals(0, page.status());
        assertTrue(page.html().contains("already exists"), page::html);
    }

    @Test
    void a_changed_identifier_reaches_the_account_where_the_provider_is_told_to_follow() throws Exception {
        browser.logInForTheFirstTime();
        simulator.turn("identity", "CHANGED");
        assertEquals(Personas.PHARMACIST.value(), user(new BrokeredVisit(keycloak).logIn()));
        keycloak.configure("syncMode", "FORCE");

        assertNotEquals(Personas.PHARMACIST.value(), user(new BrokeredVisit(keycloak).logIn()));
    }
}
