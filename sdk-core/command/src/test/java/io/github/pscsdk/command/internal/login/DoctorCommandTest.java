package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.command.Psc;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without plug-ins and without a server half: the diagnosis is of a workstation that cannot log in. */
class DoctorCommandTest {
    @TempDir
    private Path folder;

    @Test
    void with_json_standard_output_is_one_document_whatever_else_is_told() throws Exception {
        var before = Files.writeString(folder.resolve("before.json"), doctor("--json").out);

        var run = doctor(
                "--json",
                "--compare",
                before.toString(),
                "--bundle",
                folder.resolve("support.zip").toString());

        assertTrue(document(run).has("waysIn"));
        assertTrue(run.err.contains("support.zip"), run.err);
    }

    @Test
    void the_diagnosis_is_told_though_the_bundle_cannot_be_written() throws Exception {
        var run = doctor("--bundle", folder.toString());

        assertTrue(run.out.contains("WKS-011"), run.out);
        assertTrue(run.err.contains("CLI-011"), run.err);
        assertEquals(1, run.exitCode);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("plugins")), files.toList());
        }
    }

    private record Run(int exitCode, String out, String err) {}

    private Run doctor(String... options) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();
        var plugins = Files.createDirectories(folder.resolve("plugins"));
        var arguments = Stream.concat(
                Stream.of("doctor", "--proxy", "http://127.0.0.1:1", "--plugins", plugins.toString()),
                Stream.of(options));
        var exitCode = Psc.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static JsonNode document(Run run) throws Exception {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(run.out);
    }
}
