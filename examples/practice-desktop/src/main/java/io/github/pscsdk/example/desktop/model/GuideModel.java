package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The place of a person in the login guide: the ids of the steps that they went through and nothing else, so that the
 * same place can be read in another language, and leads further when the health check knows more.
 */
public final class GuideModel extends ObservableModel {
    private final PscClient client;
    private final HealthCheckModel healthCheck;
    private final Deque<Visit> visits = new ArrayDeque<>();

    /** @param settles whether findings may answer the question of that step */
    private record Visit(String step, boolean settles) {}

    public GuideModel(PscClient client, HealthCheckModel healthCheck) {
        this.client = client;
        this.healthCheck = healthCheck;
        healthCheck.onChange(this::changed);
        restart();
    }

    /** The step to show, the questions before it that the health check answered, and whether there is a way back. */
    public record Walk(List<LoginGuide.Settled> settled, LoginGuide.Step step, boolean hasBack) {}

    /** From the step at which somebody is. */
    public Walk walk(Locale locale) {
        var guide = client.guide(locale);
        var visit = visits.element();
        var step = guide.step(visit.step()).orElseGet(guide::start);
        var findings = healthCheck.diagnosis().map(Diagnosis::findings).orElse(List.of());
        var settled = visit.settles() ? guide.follow(step, findings) : List.<LoginGuide.Settled>of();
        var shown = settled.isEmpty()
                ? step
                : guide.answer(settled.get(settled.size() - 1).choice());
        return new Walk(settled, shown, visits.size() > 1);
    }

    /** Whether the health check may answer a question yet. */
    public boolean isExamining() {
        return healthCheck.isExamining();
    }

    /** At the start, with a health check beside. */
    public void start() {
        healthCheck.examine();
        restart();
    }

    /** Where a login that was refused goes on, with a health check beside, since it may have the answers. */
    public void after(Problem refusal) {
        healthCheck.examine();
        mend(refusal);
    }

    /** Where that problem goes on, such as of a finding of the health check. */
    public void mend(Problem problem) {
        visits.clear();
        go(new Visit(client.guide(Locale.ENGLISH).after(problem).id(), true));
    }

    /** Where that choice leads, and further where the health check has the answer. */
    public void choose(LoginGuide.Choice choice) {
        go(new Visit(choice.next(), true));
    }

    /** At a question that the health check had answered: the person knows better. */
    public void ask(LoginGuide.Step question) {
        go(new Visit(question.id(), false));
    }

    public void back() {
        if (visits.size() > 1) {
            visits.pop();
            changed();
        }
    }

    public void restart() {
        visits.clear();
        go(new Visit(client.guide(Locale.ENGLISH).start().id(), true));
    }

    private void go(Visit visit) {
        visits.push(visit);
        changed();
    }
}
