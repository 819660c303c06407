package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.util.Arrays;
import java.util.Optional;

/** A step of the form: one subject, with its fields. */
public enum FormStep {
    /** Where. */
    PLACE,
    /** Tests or vaccines, and for whom. */
    OFFER,
    HOURS,
    /** How to book, and what else the public should know. */
    CONTACT,
    /** All of it, to be read once more and handed over. It has no field. */
    CHECK;

    /** The name in addresses, such as {@code hours}. */
    public String code() {
        return KebabCase.of(this);
    }

    public static Optional<FormStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    public String title(Language language) {
        return texts(language).get("step." + code());
    }

    public String question(Language language) {
        return texts(language).get("step." + code() + ".question");
    }

    public String help(Language language) {
        return texts(language).get("step." + code() + ".help");
    }

    public FormStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    public Optional<FormStep> previous() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    static Texts texts(Language language) {
        return Texts.beside(FormStep.class, "form", language);
    }
}
