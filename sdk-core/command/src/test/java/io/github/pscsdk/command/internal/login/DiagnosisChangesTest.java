package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.command.internal.login.DiagnosisChanges.SeenFinding;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.support.DiagnosisJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisChangesTest {
    private static final SeenFinding NO_READER = new SeenFinding("AUTHENTICATOR cps", "CPS-002", "Aucun lecteur");
    private static final SeenFinding NO_CARD = new SeenFinding("AUTHENTICATOR cps", "CPS-003", "Aucune carte");
    private static final SeenFinding NO_SERVER = new SeenFinding("SERVER_HALF", "PSC-060", "Serveur injoignable");

    @Test
    void tells_what_is_mended_what_is_new_and_what_stays() {
        var changes = DiagnosisChanges.between(List.of(NO_SERVER, NO_READER), List.of(NO_SERVER, NO_CARD));

        assertEquals(new DiagnosisChanges(List.of(NO_READER), List.of(NO_CARD), List.of(NO_SERVER)), changes);
        assertEquals(
                List.of("mended    CPS-002 Aucun lecteur", "new       CPS-003 Aucune carte", "findings as before: 1"),
                changes.lines(CommandTexts.of(Psc.class, Language.ENGLISH)));
    }

    @Test
    void the_same_trouble_in_another_language_is_no_change() {
        var inEnglish = new SeenFinding("AUTHENTICATOR cps", "CPS-002", "No reader");

        assertTrue(
                DiagnosisChanges.between(List.of(NO_READER), List.of(inEnglish)).isNothing());
    }

    @Test
    void the_same_trouble_of_another_device_is_a_change() {
        var ofTheOther = new SeenFinding("AUTHENTICATOR other", "CPS-002", "Aucun lecteur");

        var changes = DiagnosisChanges.between(List.of(NO_READER), List.of(ofTheOther));

        assertEquals(new DiagnosisChanges(List.of(NO_READER), List.of(ofTheOther), List.of()), changes);
    }

    @Test
    void reads_back_what_was_written() throws Exception {
        var silent = Diagnostic.of(LoginProblem.SERVER_HALF_UNREACHABLE, Severity.BLOCKING);
        var failed =
                Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING).with("file", "a.jar");
        var diagnosis = new Diagnosis(
                Instant.EPOCH,
                Duration.ZERO,
                List.of(
                        Examination.of(Examination.Subject.SERVER_HALF, List.of(silent), Duration.ZERO),
                        Examination.ofAuthenticator("cps", List.of(failed), Duration.ZERO)),
                List.of());

        var seen = DiagnosisChanges.read(DiagnosisJson.of(diagnosis, Locale.ENGLISH));

        assertEquals(
                List.of(
                        new SeenFinding(
                                "SERVER_HALF",
                                "PSC-060",
                                silent.problem().remedy(Locale.ENGLISH).title()),
                        new SeenFinding(
                                "AUTHENTICATOR cps",
                                "PLG-007",
                                failed.problem().remedy(Locale.ENGLISH).title())),
                seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"examinations\": 3}"})
    void what_is_no_diagnosis_is_refused(String document) {
        var failure = assertThrows(PscException.class, () -> DiagnosisChanges.read(document));

        assertEquals(CommandLineProblem.DIAGNOSIS_UNREADABLE, failure.problem());
    }
}
