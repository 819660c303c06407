package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of the plug-in {@code ecps}, loaded by the engine, through the proxy, at the simulator: every end it can have. */
class EcpsLoginIT {
    private static final NationalId DOCTOR = new NationalId("899999100029");
    private static final NationalId REFUSING = new NationalId("899999100045");
    private static final NationalId UNKNOWN = new NationalId("899999100086");
    private static final NationalId SILENT = new NationalId("899999100060");

    @AutoClose
    private static DemoServers servers;

    private final PageInHand page = new PageInHand();
    private PscClient client;

    @BeforeAll
    static void start() throws Exception {
        servers = Fixtures.servers();
    }

    @BeforeEach
    void load() {
        client = Fixtures.software(servers).browser(page).build();
    }

    @AfterEach
    void unload() throws Exception {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100029", "512345678200010/EMP00001"})
    void the_owner_who_approves_is_logged_in(String owner) throws Exception {
        try (var session = client.login(by(new NationalId(owner)))) {
            assertEquals(owner, session.professional().nationalId().value());
            session.signOut();
        }
    }

    @Test
    void the_same_owner_is_asked_for_as_often_as_a_test_likes() {
        // A proxy in production takes five within ten minutes.
        for (var login = 0; login < 7; login++) {
            assertEquals(LoginProblem.UNKNOWN_PROFESSIONAL, problemOf(by(UNKNOWN)));
        }
    }

    @Test
    void the_screen_shows_the_digits_while_the_phone_is_asked() throws Exception {
        var steps = new ArrayList<LoginProgress>();

        client.login(by(DOCTOR).withProgress(steps::add)).signOut();

        assertEquals(LoginProgress.Step.CONFIRM_ON_DEVICE, steps.get(0).step());
        assertTrue(steps.get(0).bindingMessage().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "899999100045, REFUSED",
        "899999100052, NO_ANSWER_IN_TIME",
        "899999100094, BACKCHANNEL_NOT_ENABLED",
        "899999100102, PSC_UNAVAILABLE",
        "899999100151, IDENTITY_MISMATCH"
    })
    void what_the_server_half_found_is_what_the_host_is_told(String owner, LoginProblem end) {
        assertEquals(end, problemOf(by(new NationalId(owner))));
    }

    @Test
    void cancelled_while_the_phone_is_silent_it_ends_and_the_next_login_works() throws Exception {
        var cancelled = by(SILENT).withProgress(step -> Thread.currentThread().interrupt());

        assertThrows(InterruptedException.class, () -> client.login(cancelled));
        assertTrue(
                servers.simulator().pending().stream()
                        .anyMatch(request -> request.nationalId().equals(SILENT)),
                "the phone was not asked");
        client.login(by(DOCTOR)).signOut();
    }

    @Test
    void where_nobody_is_named_the_person_is_asked_and_without_an_answer_no_phone_rings() throws Exception {
        var before = servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION);

        assertEquals(LoginProblem.NATIONAL_ID_MISSING, problemOf(LoginRequest.using("ecps")));
        assertEquals(before, servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        try (var session = client.login(LoginRequest.using("ecps").withDialog(new Answering(DOCTOR)))) {
            assertEquals(DOCTOR, session.professional().nationalId());
            session.signOut();
        }
    }

    @Test
    void by_the_browser_the_one_who_was_named_is_logged_in_and_nobody_else() throws Exception {
        var pharmacist = client.login(inBrowser(Personas.PHARMACIST));

        assertEquals(LoginProblem.IDENTITY_MISMATCH, problemOf(inBrowser(DOCTOR)));
        assertEquals(Personas.PHARMACIST, pharmacist.professional().nationalId());
        pharmacist.signOut();
    }

    @Test
    void whoever_refuses_in_the_browser_is_asked_for_no_code() {
        servers.simulator().browserPersona(REFUSING);
        try {
            assertEquals(LoginProblem.REFUSED, problemOf(inBrowser(REFUSING)));
        } finally {
            servers.simulator().browserPersona(Personas.PHARMACIST);
        }
        assertEquals(0, page.questions());
    }

    @Test
    void the_command_logs_in_by_ecps_with_the_number_that_is_on_the_card() {
        var run = CommandRun.ofPsc(
                "login",
                "--with=ecps",
                "--national-id=99 999 100 029",
                "--proxy=" + servers.proxy(),
                "--plugins=" + CommandRun.PLUGINS);

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains("(" + DOCTOR.value() + ")"), run::out);
        assertFalse(run.err().contains(DOCTOR.value()), run::err);
    }

    private LoginProblem problemOf(LoginRequest request) {
        var failure = assertThrows(PscException.class, () -> client.login(request));
        return assertInstanceOf(LoginProblem.class, failure.problem());
    }

    private static LoginRequest by(NationalId owner) {
        return LoginRequest.using("ecps").withNationalId(owner);
    }

    private LoginRequest inBrowser(NationalId owner) {
        return by(owner).withWayIn(WayIn.BROWSER).withDialog(page);
    }

    private record Answering(NationalId owner) implements LoginDialog {
        @Override
        public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) {
            return Optional.of(owner);
        }
    }
}
