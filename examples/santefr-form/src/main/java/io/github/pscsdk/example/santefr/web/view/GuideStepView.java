package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import java.util.Optional;

/** A step of the login guide in the reader's language. */
public record GuideStepView(LoginGuide.Step step) {
    /** What happened to whoever comes with a problem, by title and code. */
    public static String after(Problem problem, Language language) {
        return problem.remedy(language.locale()).title() + " (" + problem.code() + ")";
    }

    /** Where a part of the step was read that was not read where the step was. */
    public Optional<String> readElsewhere(String source) {
        return source.equals(step.source()) ? Optional.empty() : Optional.of(source);
    }
}
