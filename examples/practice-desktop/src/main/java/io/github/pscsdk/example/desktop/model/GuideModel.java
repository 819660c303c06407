package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The place of a person in the login guide: the steps that they went through. A place leads further when the health
 * check knows more.
 */
public final class GuideModel extends ObservableModel {
    private final LoginGuide guide;
    private final HealthCheckModel healthCheck;
    private final Deque<Visit> visits = new ArrayDeque<>();

    /** @param settles whether findings may answer the question of that step */
    private record Visit(LoginGuide.Step step, boolean settles) {}

    public GuideModel(LoginGuide guide, HealthCheckModel healthCheck) {
        this.guide = guide;
        this.healthCheck = healthCheck;
        restart();
    }

    /** The step to show, the questions before it that the health check answered, and whether there is a way back. */
    public record Walk(List<LoginGuide.Settled> settled, LoginGuide.Step step, boolean hasBack) {}

    /** From the step at which somebody is. */
    public Walk walk() {
        var visit = visits.element();
        var findings = healthCheck.diagnosis().map(Diagnosis::findings).orElse(List.of());
        var settled = visit.settles() ? guide.follow(visit.step(), findings) : List.<LoginGuide.Settled>of();
        var shown = settled.isEmpty()
                ? visit.step()
                : guide.answer(settled.get(settled.size() - 1).choice());
        return new Walk(settled, shown, visits.size() > 1);
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
        go(guide.after(problem), true);
    }

    /** Where that choice leads, and further where the health check has the answer. */
    public void choose(LoginGuide.Choice choice) {
        go(guide.answer(choice), true);
    }

    /** At a question that the health check had answered: the person knows better. */
    public void ask(LoginGuide.Step question) {
        go(question, false);
    }

    public void back() {
        if (visits.size() > 1) {
            visits.pop();
            changed();
        }
    }

    public void restart() {
        visits.clear();
        go(guide.start(), true);
    }

    private void go(LoginGuide.Step step, boolean settles) {
        visits.push(new Visit(step, settles));
        changed();
    }
}
