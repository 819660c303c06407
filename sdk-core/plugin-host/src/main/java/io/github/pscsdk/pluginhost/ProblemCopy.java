package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Fallback;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A copy of a problem from a plug-in's own enum, texts included: it can be shown after the plug-in is gone.
 *
 * @param code as the plug-in's author gave it
 * @param name the constant's name
 * @param party who must act
 * @param fallback what it makes of a login
 * @param guideNode where the login guide goes on
 * @param french the remedy in French
 * @param english the remedy in English
 */
record ProblemCopy(
        String code,
        String name,
        Party party,
        Fallback fallback,
        Optional<String> guideNode,
        Remedy french,
        Remedy english)
        implements Problem {

    static ProblemCopy copy(Problem original) {
        return new ProblemCopy(
                original.code(),
                original.name(),
                original.party(),
                Objects.requireNonNull(original.fallback(), "fallback"),
                Objects.requireNonNull(original.guideNode(), "guideNode"),
                original.remedy(Locale.FRENCH),
                original.remedy(Locale.ENGLISH));
    }

    @Override
    public Remedy remedy(Locale locale) {
        return Language.of(locale) == Language.FRENCH ? french : english;
    }
}
