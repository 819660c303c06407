package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Language;
import java.util.regex.Pattern;

/** The codes that nobody but CPS-Gestion, the phone and the page of Pro Santé Connect may ask for. */
final class CodesOfProSanteConnect {
    /**
     * Words by which a person would take a question for one about the card or the e-CPS; an accent ends none, whatever
     * the JDK.
     */
    private static final Pattern WORDS =
            Pattern.compile("(?iuU)\\b(e-?CPS|CPS|CPF|CPE|PIN|porteur|Pro Sant[ée] Connect|PSC)\\b");

    private CodesOfProSanteConnect() {}

    /** @throws IllegalArgumentException if the words could be taken for a question about such a code */
    static void refuseIn(BilingualLine words) {
        for (var language : Language.values()) {
            if (WORDS.matcher(words.in(language)).find()) {
                throw new IllegalArgumentException(
                        "an authenticator asks for what is its own: codes of CPS cards and of the e-CPS are typed into"
                                + " CPS-Gestion, the phone or the page of Pro Santé Connect");
            }
        }
    }
}
