package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.Answer;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.PublicText;
import java.util.Arrays;
import java.util.List;

/**
 * A declaration to read: in the public's words, and answer by answer.
 *
 * @param text what the public will read
 * @param hidden whether it is kept off public display
 * @param parts the answers of each step
 */
public record DeclarationSheet(PublicText text, boolean hidden, List<Part> parts) {
    public DeclarationSheet {
        parts = List.copyOf(parts);
    }

    /**
     * The answers of one step.
     *
     * @param step which
     * @param title what it is called
     * @param answers those that were given
     */
    public record Part(FormStep step, String title, List<Answer> answers) {
        public Part {
            answers = List.copyOf(answers);
        }
    }

    /** In the reader's language. */
    public static DeclarationSheet of(Declaration declaration, Language language) {
        return new DeclarationSheet(
                PublicText.of(declaration, language),
                declaration.hidden().filter(value -> !value.equals("f")).isPresent(),
                Arrays.stream(FormStep.values())
                        .filter(step -> step != FormStep.CHECK)
                        .map(step -> new Part(
                                step,
                                step.title(language),
                                Answer.of(declaration, DeclarationForm.fields(step, declaration), language)))
                        .toList());
    }
}
