package io.github.pscsdk.documents;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.Locale;

/** The snippets about the login guide: compiled here, and run by {@link GuideWindowTest}. */
final class GuideWindow {
    private GuideWindow() {}

    interface Window {
        void settled(String question, String answer, String because);

        void show(LoginGuide.Step step);
    }

    static LoginGuide.Step afterAFailure(PscClient client, PscException failure, Window window)
            throws InterruptedException {
        var guide = client.guide(Locale.FRENCH);
        var findings = client.diagnose().findings();
        var step = guide.after(failure.problem());
        for (var one : guide.follow(step, findings)) {
            window.settled(
                    one.question().title(),
                    one.choice().label(),
                    one.finding().problem().code());
            step = guide.answer(one.choice());
        }
        window.show(step);
        return step;
    }

    static LoginGuide.Step page(String id) {
        var guide = SantefrGuide.in(Locale.FRENCH);
        return guide.step(id).orElseGet(guide::start);
    }
}
