package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisPanelTest {
    @Test
    void each_look_is_told_with_the_number_of_its_findings() {
        var texts = MainWindow.texts(Language.FRENCH);
        var refused = Diagnostic.of(WorkstationProblem.CONNECTION_REFUSED, Severity.BLOCKING);

        assertEquals(
                List.of(
                        "Java et horloge\u00a0: rien à signaler",
                        "Moyen de connexion «\u00a0cps\u00a0»\u00a0: 2 constats",
                        "Réseau\u00a0: 1 constat"),
                Stream.of(
                                Examination.of(Subject.RUNTIME, List.of(), Duration.ZERO),
                                Examination.ofAuthenticator("cps", List.of(refused, refused), Duration.ZERO),
                                Examination.of(Subject.NETWORK, List.of(refused), Duration.ZERO))
                        .map(examination -> DiagnosisPanel.ended(examination, texts))
                        .toList());
    }
}
