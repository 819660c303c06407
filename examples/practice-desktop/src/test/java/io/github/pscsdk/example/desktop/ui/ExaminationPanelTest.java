package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.healthcheck.HealthCheckModel;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import io.github.pscsdk.example.desktop.observe.ModelThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import javax.swing.JTextArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown is looked at without a display: no window is opened. */
class ExaminationPanelTest {
    private final ScriptedClient client = new ScriptedClient("stub");
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final HealthCheckModel model = new HealthCheckModel(client, new ModelThreads(window::add, Runnable::run));

    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    private List<String> shown() {
        var texts = MainWindow.texts(Language.FRENCH);
        var panel = new ExaminationPanel(model, new DiagnosisWords(texts), texts).component();
        return Arrays.stream(panel.getComponents())
                .filter(component -> "health-check.ended".equals(component.getName()))
                .map(component -> ((JTextArea) component).getText())
                .toList();
    }

    @Test
    void each_look_is_shown_when_it_has_ended_with_the_number_of_its_findings() {
        var refused = Diagnostic.of(WorkstationProblem.CONNECTION_REFUSED, Severity.BLOCKING);
        client.finds(
                Examination.of(Subject.RUNTIME, List.of(), Duration.ZERO),
                Examination.ofAuthenticator("cps", List.of(refused, refused), Duration.ZERO),
                Examination.of(Subject.NETWORK, List.of(refused), Duration.ZERO));
        model.examine();
        assertEquals(List.of(), shown());

        window.remove().run();
        assertEquals(List.of("Java et horloge\u00a0: rien à signaler"), shown());

        window.remove().run();
        window.remove().run();
        assertEquals(
                List.of(
                        "Java et horloge\u00a0: rien à signaler",
                        "Moyen de connexion «\u00a0cps\u00a0»\u00a0: 2 constats",
                        "Réseau\u00a0: 1 constat"),
                shown());
    }
}
