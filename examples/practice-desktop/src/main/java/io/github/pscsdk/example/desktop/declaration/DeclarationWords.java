package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The life of a declaration in words, and as the receiver spells it. */
public final class DeclarationWords {
    private DeclarationWords() {}

    /**
     * Why one may withdraw.
     *
     * @param code as the receiver spells it, such as {@code closed}
     * @param words for the person
     */
    public record Reason(String code, String words) {}

    /** The reasons to choose from. */
    public static List<Reason> reasons(Language language) {
        return Arrays.stream(WithdrawalReason.values())
                .map(reason -> new Reason(code(reason), reason.term().in(language)))
                .toList();
    }

    /** The state of that code in words, such as {@code à vérifier}; an unknown code as it is. */
    public static String state(String code, Language language) {
        return Arrays.stream(State.values())
                .filter(state -> code(state).equals(code))
                .map(state -> state.term().in(language))
                .findFirst()
                .orElse(code);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
