package io.github.pscsdk.diagnostic;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** Reads the files beside an enum of problems: its texts, and its steps of the login guide. */
final class RemedyTexts {
    private RemedyTexts() {}

    static Remedy of(Problem problem, Locale locale) {
        // A constant with a body has a class of its own; its package and loader are those of the enum all the same.
        var texts = Texts.beside(problem.getClass(), "problems", Language.of(locale));
        var steps = new ArrayList<String>();
        for (var step = texts.find(problem.code() + ".step.1");
                step.isPresent();
                step = texts.find(problem.code() + ".step." + (steps.size() + 1))) {
            steps.add(step.get());
        }
        var title = texts.find(problem.code() + ".title");
        if (title.isEmpty() || steps.isEmpty()) {
            throw new IllegalStateException("no title or no step for " + problem.code() + " in "
                    + texts.language().tag());
        }
        return Remedy.of(title.get(), steps);
    }

    static Optional<String> guideNode(Problem problem) {
        return Texts.load(problem.getClass(), "problems.properties").map(facts -> facts.get(problem.code() + ".guide"));
    }
}
