package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final AuthenticatorDescriptor CARD = way("cps", WayIn.BACKCHANNEL);
    private static final AuthenticatorDescriptor PHONE = way("ecps", WayIn.BACKCHANNEL);
    private static final AuthenticatorDescriptor BROWSER = way("browser", WayIn.BROWSER);

    private static final Diagnostic OF_SERVICE = blocking(LoginProblem.PSC_UNAVAILABLE);
    private static final Diagnostic OF_WORKSTATION = blocking(WorkstationProblem.CONNECTION_REFUSED);
    private static final Diagnostic OF_PERSON = blocking(LoginProblem.NATIONAL_ID_MISSING);
    private static final Diagnostic OF_VENDOR = blocking(PluginProblem.PLUGIN_FAILED);
    private static final Diagnostic WARNING = of(PluginProblem.NO_DIAGNOSIS, Severity.WARNING);

    @Test
    void causes_come_before_their_consequences_whatever_ended_first() {
        var diagnosis = diagnosis(
                device("ecps", OF_PERSON),
                device("cps", OF_VENDOR),
                shared(Subject.PRO_SANTE_CONNECT, OF_SERVICE),
                shared(Subject.NETWORK, OF_WORKSTATION));

        assertEquals(List.of(OF_WORKSTATION, OF_SERVICE, OF_VENDOR, OF_PERSON), diagnosis.findings());
        assertEquals(Optional.of(OF_WORKSTATION), diagnosis.firstCause());
    }

    @Test
    void what_all_logins_need_blocks_every_way_and_a_device_its_own() {
        var diagnosis = diagnosis(shared(Subject.NETWORK, OF_WORKSTATION, WARNING), device("cps", OF_VENDOR));

        assertEquals(List.of(OF_WORKSTATION, OF_VENDOR), diagnosis.blocking("cps"));
        assertEquals(List.of(OF_WORKSTATION), diagnosis.blocking("ecps"));
        assertEquals(List.of(), diagnosis.openWays());
    }

    @Test
    void a_device_that_fails_leaves_the_other_ways_open_though_not_all_is_well() {
        var diagnosis = diagnosis(device("cps", OF_WORKSTATION), device("ecps", WARNING));

        assertEquals(List.of(BROWSER, PHONE), diagnosis.openWays());
        assertFalse(diagnosis.isReady());
    }

    @Test
    void a_warning_blocks_nothing_and_is_the_cause_only_where_nothing_blocks() {
        var warned = diagnosis(shared(Subject.RUNTIME, of(LoginProblem.REFUSED, Severity.INFO), WARNING));

        assertTrue(warned.isReady());
        assertEquals(List.of(BROWSER, CARD, PHONE), warned.openWays());
        assertEquals(Optional.of(WARNING), warned.firstCause());
        assertEquals(
                Optional.of(OF_VENDOR),
                diagnosis(shared(Subject.RUNTIME, WARNING), device("cps", OF_VENDOR))
                        .firstCause());
        assertEquals(
                Optional.empty(),
                diagnosis(shared(Subject.RUNTIME, of(LoginProblem.REFUSED, Severity.INFO)))
                        .firstCause());
    }

    @Test
    void a_way_that_is_not_loaded_is_blocked_by_what_the_plug_in_folder_says() {
        var refused = blocking(PluginProblem.INCOMPATIBLE);
        var diagnosis = diagnosis(shared(Subject.PLUGINS, refused));

        assertEquals(
                List.of(
                        refused,
                        Diagnostic.of(LoginProblem.AUTHENTICATOR_NOT_FOUND, Severity.BLOCKING)
                                .with("authenticator", "badge")),
                diagnosis.blocking("badge"));
        assertEquals(List.of(), diagnosis.blocking("cps"), "a refused archive takes nothing from what is loaded");
    }

    @Test
    void a_service_without_the_back_channel_is_open_to_the_browser() {
        var diagnosis = diagnosis(shared(Subject.SERVER_HALF, blocking(LoginProblem.BACKCHANNEL_NOT_ENABLED)));

        assertEquals(List.of(BROWSER), diagnosis.openWays());
    }

    @Test
    void a_server_half_of_the_plain_contract_is_open_to_everything_but_the_browser_and_ready() {
        var plain = of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED, Severity.INFO);
        var diagnosis = diagnosis(shared(Subject.SERVER_HALF, plain));

        assertEquals(List.of(CARD, PHONE), diagnosis.openWays());
        assertEquals(List.of(plain), diagnosis.blocking("browser"));
        assertTrue(diagnosis.isReady());
    }

    @Test
    void the_shortest_remedy_is_an_open_way_where_there_is_one() {
        var diagnosis = diagnosis(device("browser", OF_WORKSTATION), device("cps", WARNING));

        assertShortest(PHONE, List.of(), diagnosis);
        assertTrue(diagnosis.openWays().contains(diagnosis.nearestWay().orElseThrow()));
    }

    @Test
    void the_shortest_remedy_is_the_way_with_the_fewest_obstacles() {
        var diagnosis = diagnosis(
                shared(Subject.SERVER_HALF, OF_SERVICE),
                device("browser", OF_PERSON, OF_PERSON),
                device("cps", OF_VENDOR),
                device("ecps", OF_PERSON, OF_WORKSTATION));

        assertShortest(CARD, List.of(OF_SERVICE, OF_VENDOR), diagnosis);
    }

    @Test
    void among_equals_the_shortest_remedy_is_the_one_that_the_person_reaches_soonest() {
        var diagnosis = diagnosis(device("browser", OF_SERVICE), device("cps", OF_VENDOR), device("ecps", OF_PERSON));

        assertShortest(PHONE, List.of(OF_PERSON), diagnosis);
    }

    @Test
    void there_is_no_shortest_remedy_without_a_way_in() {
        assertEquals(Optional.empty(), new Diagnosis(Instant.EPOCH, Duration.ZERO, List.of(), List.of()).nearestWay());
    }

    @Test
    void findings_are_told_apart_by_who_must_act_the_nearest_first() {
        var diagnosis = diagnosis(shared(Subject.NETWORK, OF_WORKSTATION, WARNING), device("cps", OF_PERSON));

        assertEquals(
                List.of(Party.PROFESSIONAL, Party.WORKSTATION, Party.SOFTWARE_VENDOR),
                List.copyOf(diagnosis.byParty().keySet()));
        assertEquals(List.of(WARNING), diagnosis.byParty().get(Party.SOFTWARE_VENDOR));
    }

    @Test
    void the_examination_of_an_authenticator_names_it() {
        List<Diagnostic> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> Examination.of(Subject.AUTHENTICATOR, none, Duration.ZERO));
    }

    private static void assertShortest(AuthenticatorDescriptor way, List<Diagnostic> obstacles, Diagnosis diagnosis) {
        assertEquals(Optional.of(way), diagnosis.nearestWay());
        assertEquals(obstacles, diagnosis.blocking(way.id()));
    }

    private static Diagnosis diagnosis(Examination... examinations) {
        return new Diagnosis(Instant.EPOCH, Duration.ZERO, List.of(examinations), List.of(BROWSER, CARD, PHONE));
    }

    private static Examination shared(Subject subject, Diagnostic... findings) {
        return Examination.of(subject, List.of(findings), Duration.ZERO);
    }

    private static Examination device(String id, Diagnostic... findings) {
        return Examination.ofAuthenticator(id, List.of(findings), Duration.ZERO);
    }

    private static AuthenticatorDescriptor way(String id, WayIn wayIn) {
        return AuthenticatorDescriptor.of(id, wayIn, id, id);
    }

    private static Diagnostic blocking(Problem problem) {
        return of(problem, Severity.BLOCKING);
    }

    private static Diagnostic of(Problem problem, Severity severity) {
        return Diagnostic.of(problem, severity);
    }
}
