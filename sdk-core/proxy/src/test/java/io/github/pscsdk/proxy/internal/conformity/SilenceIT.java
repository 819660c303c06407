package io.github.pscsdk.proxy.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.conformity.json.JsonResponse;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code proxy-esante conformity} must never print, with everything in front of it. */
class SilenceIT {
    @AutoClose
    private static Installation installation;

    private static List<String> outputs;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        installation = new Installation(folder);
        outputs = outputs();
    }

    @Test
    void no_output_holds_a_secret_an_identifier_a_session_or_a_name_though_the_traces_do() throws Exception {
        var secrets = secrets();
        var traces = Files.readString(installation.traces);
        assertTrue(traces.contains(Vendor.WHO), "the person is in the traces");

        for (var output : outputs) {
            for (var secret : secrets) {
                assertFalse(output.contains(secret), () -> "a secret of " + secret.length() + " characters");
            }
        }
        assertTrue(secrets.size() > 15, () -> "only " + secrets.size());
    }

    @Test
    void no_output_says_that_anything_is_good_as_a_whole() throws Exception {
        for (var output : outputs) {
            assertEquals(List.of(), Claims.in(output));
        }
    }

    /** Text, JSON and table in both languages, of a vendor who has done everything and of one who has done nothing. */
    private static List<String> outputs() throws Exception {
        var before = Locale.getDefault();
        var outputs = new ArrayList<String>();
        try {
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Locale.setDefault(language);
                var table = installation.folder.resolve("table-" + language + ".csv");
                outputs.add(run("--csv=" + table).out());
                outputs.add(run("--json").out());
                outputs.add(Files.readString(table));
                outputs.add(ToolRun.of("conformity").out());
                outputs.add(ToolRun.of("conformity", "--help").out());
            }
        } finally {
            Locale.setDefault(before);
        }
        return outputs;
    }

    private static ToolRun run(String option) throws Exception {
        var arguments = Stream.concat(Stream.of("conformity", option), Arrays.stream(installation.everything()));
        var run = ToolRun.of(arguments.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run::toString);
        return run;
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
        Personas.all().stream().flatMap(SilenceIT::personal).forEach(secrets::add);
        return secrets;
    }

    private static Stream<String> personal(Persona persona) {
        var id = persona.nationalId().value();
        return Stream.of(id, id.substring(1), persona.familyName());
    }
}
