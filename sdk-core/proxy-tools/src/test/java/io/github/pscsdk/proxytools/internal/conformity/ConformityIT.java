package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxytools.internal.conformity.Breakages.Breakage;
import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code proxy-esante conformity} at a vendor who has done everything, and what it finds where one thing at a time is wrong. */
class ConformityIT {
    @AutoClose
    private static Installation installation;

    private static Printed printed;

    /** Text and table in French, JSON in English, of a vendor who has done everything; and of one who has done nothing. */
    private static final List<String> OUTPUTS = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        installation = new Installation(folder);
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            printed = installation.printed(installation.everything());
            OUTPUTS.add(printed.run().out());
            addOutputsOfNothing();

            Locale.setDefault(Locale.FRENCH);
            var table = folder.resolve("table.csv");
            OUTPUTS.add(text("--csv=" + table).out());
            OUTPUTS.add(Files.readString(table));
            addOutputsOfNothing();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static ToolRun text(String option) throws Exception {
        var arguments = Stream.concat(Stream.of("conformity", option), Arrays.stream(installation.everything()))
                .toArray(String[]::new);
        var run = installation.whileTimePasses(() -> ToolRun.of(arguments));
        assertEquals(0, run.exitCode(), run::toString);
        return run;
    }

    private static void addOutputsOfNothing() {
        OUTPUTS.add(ToolRun.of("conformity").out());
        OUTPUTS.add(ToolRun.of("conformity", "--help").out());
    }

    static Stream<Breakage> breakages() {
        return Breakages.all();
    }

    @Test
    void whoever_has_done_everything_has_met_all_that_a_machine_can_settle() {
        var settled = Obligations.builtIn().all().stream()
                .filter(Obligation::settled)
                .map(Obligation::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), printed.checks("FAILED"), printed::toString);
        assertEquals(Set.of(), printed.checks("UNSEEN"), printed::toString);
        assertEquals(settled, printed.obligations("MET"), printed::toString);
        assertEquals(Set.of(), printed.obligations("NOT_MET"));
        assertEquals(0, printed.run().exitCode());
        assertEquals(9, settled.size());
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void one_thing_that_is_wrong_fails_its_checks_and_no_others(Breakage breakage) throws Exception {
        breakage.assertSeen(installation);
    }

    @Test
    void every_check_is_broken_by_one_of_these_tests() {
        var broken = Breakages.all()
                .flatMap(breakage -> breakage.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Arrays.asList(Check.values())), broken);
    }

    @Test
    void a_clock_is_moved_only_where_that_is_allowed() throws Exception {
        var before = installation.vendor.clock.instant();

        var findings = installation.played(installation.proxyAt(installation.vendor.proxy.address()), false);

        assertTrue(
                findings.contains(ConformityFinding.unseen(Check.SESSION_AUTOMATIC_END, Prerequisite.MOVABLE_CLOCK)),
                findings::toString);
        assertTrue(findings.contains(ConformityFinding.passed(Check.SESSION_EXPLICIT_END)), findings::toString);
        assertTrue(installation.vendor.clock.instant().isBefore(before.plus(Duration.ofMinutes(10))));
    }

    @Test
    void no_output_holds_a_secret_an_identifier_a_session_or_a_name_though_the_traces_do() throws Exception {
        var secrets = secrets();
        var traces = Files.readString(installation.traces);
        assertTrue(traces.contains(Vendor.WHO), "the person is in the traces");

        for (var output : OUTPUTS) {
            for (var secret : secrets) {
                assertFalse(output.contains(secret), () -> "a secret of " + secret.length() + " characters");
            }
        }
        assertTrue(secrets.size() > 15, () -> "only " + secrets.size());
    }

    @Test
    void no_output_says_that_anything_is_good_as_a_whole() {
        for (var output : OUTPUTS) {
            assertEquals(List.of(), Claims.in(output));
        }
    }

    private static Set<String> secrets() throws Exception {
        var secrets = new HashSet<String>();
        installation.vendor.simulator.issuedSecrets().stream()
                // A binding message is any number of two digits.
                .filter(secret -> secret.length() > 2)
                .forEach(secrets::add);
        secrets.add(Files.readString(installation.vendor.tokenFile));
        secrets.add(new String(installation.vendor.simulator.keyStorePassword()));
        secrets.add(Vendor.CLIENT);
        for (var member : List.of("IdRPPS", "proxy_id_session", "session_state", "dn", "ipAddress")) {
            JsonResponse.of("{\"traces\":" + Files.readString(installation.traces) + "}").list("traces").stream()
                    .flatMap(trace -> trace.text(member).stream())
                    .filter(text -> !text.startsWith("127."))
                    .forEach(secrets::add);
        }
        Personas.all().stream().flatMap(ConformityIT::personal).forEach(secrets::add);
        return secrets;
    }

    private static Stream<String> personal(Persona persona) {
        var id = persona.nationalId().value();
        return Stream.of(id, id.substring(1), persona.familyName());
    }
}
