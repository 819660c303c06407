package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import java.util.Optional;

/**
 * A step of the login guide.
 *
 * @param step in the reader's language
 * @param language of the reader, for dates
 */
public record GuideStepView(LoginGuide.Step step, Language language) {
    /** What happened to whoever comes with a problem, by title and code. */
    public static String after(Problem problem, Language language) {
        return problem.remedy(language.locale()).title() + " (" + problem.code() + ")";
    }

    /** Where something was read, and of when it is, as far as that is known. */
    public String read(LoginGuide.Source source) {
        return source.inWords(language.locale());
    }

    /** The same, for a part of the step that was not read where the step was. */
    public Optional<String> readElsewhere(LoginGuide.Source source) {
        return source.equals(step.source()) ? Optional.empty() : Optional.of(read(source));
    }
}
