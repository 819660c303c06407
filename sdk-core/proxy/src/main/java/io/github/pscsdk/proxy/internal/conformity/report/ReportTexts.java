package io.github.pscsdk.proxy.internal.conformity.report;

import io.github.pscsdk.commandline.Texts;
import java.util.Locale;

/** The texts of the report: French where the locale is French, else English. */
public final class ReportTexts {
    private ReportTexts() {}

    /** The texts for that locale. */
    public static Texts in(Locale locale) {
        return Texts.beside(ReportTexts.class, locale);
    }
}
