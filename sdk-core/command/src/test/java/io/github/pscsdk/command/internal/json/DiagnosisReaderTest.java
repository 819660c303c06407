package io.github.pscsdk.command.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.DiagnosisDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisReaderTest {

    @Test
    void reads_back_what_was_written() throws Exception {
        var silent = Diagnostic.of(LoginProblem.SERVER_HALF_UNREACHABLE, Severity.BLOCKING);
        var failed =
                Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING).with("file", "a.jar");
        var diagnosis = Diagnosis.of(
                Instant.EPOCH,
                Duration.ZERO,
                List.of(
                        Examination.of(Examination.Subject.SERVER_HALF, List.of(silent), Duration.ZERO),
                        Examination.ofAuthenticator("cps", List.of(failed), Duration.ZERO)),
                List.of());

        var seen = DiagnosisReader.findings(DiagnosisDocument.of(diagnosis, Locale.ENGLISH));

        assertEquals(
                List.of(
                        new SeenFinding(
                                "SERVER_HALF",
                                "PSC-060",
                                "BLOCKING",
                                silent.problem().remedy(Locale.ENGLISH).title()),
                        new SeenFinding(
                                "AUTHENTICATOR cps",
                                "PLG-007",
                                "WARNING",
                                failed.problem().remedy(Locale.ENGLISH).title())),
                seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"examinations\": 3}"})
    void what_is_no_diagnosis_is_refused(String document) {
        var failure = assertThrows(PscException.class, () -> DiagnosisReader.findings(document));

        assertEquals(CommandLineProblem.DIAGNOSIS_UNREADABLE, failure.problem());
    }
}
