package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A rule on the text of one field. */
@FunctionalInterface
interface FieldRule {
    /** Fits what fits no case before it. */
    Predicate<String> ANYTHING = text -> true;

    /** The text to keep; empty for none. Remarks on it go to the findings. */
    Optional<String> check(Optional<String> raw, String field, Findings findings);

    /**
     * One kind of text that is given for a field.
     *
     * @param spelling what is kept of such a text; empty for any other text
     * @param remark may repeat what is kept
     */
    record Case(Function<String, Optional<String>> spelling, Optional<String> remark) {}

    /** Keeps texts as they are given, without the blanks around them: of the cases the first that fits counts. */
    static FieldRule of(Case... cases) {
        return respelling("", cases);
    }

    /** Keeps right texts in one spelling, and remarks what was spelt otherwise. */
    static FieldRule respelling(String respelt, Case... cases) {
        return (raw, field, findings) -> Blanks.given(raw).map(given -> {
            for (var one : cases) {
                var kept = one.spelling.apply(given);
                if (kept.isPresent()) {
                    one.remark
                            .or(() -> Optional.of(respelt)
                                    .filter(remark -> !kept.get().equals(given)))
                            .ifPresent(remark -> findings.add(remark, field, kept.get()));
                    return kept.get();
                }
            }
            return given;
        });
    }

    /** The same for a field that must have a text. */
    default FieldRule needed(String missing) {
        return (raw, field, findings) -> {
            var kept = check(raw, field, findings);
            if (kept.isEmpty()) {
                findings.add(missing, field);
            }
            return kept;
        };
    }

    /** Texts that have a spelling are right, others are not. */
    static FieldRule listed(Function<String, Optional<String>> spelling, String respelt, String unknown) {
        return respelling(respelt, taken(spelling), refused(ANYTHING, unknown));
    }

    static Case taken(Function<String, Optional<String>> spelling) {
        return new Case(spelling, Optional.empty());
    }

    /** Keeps what is right of a text, and remarks what was left out. */
    static Case corrected(String remark, Function<String, Optional<String>> right) {
        return new Case(right, Optional.of(remark));
    }

    static Case refused(Predicate<String> fits, String remark) {
        return corrected(remark, text -> Optional.of(text).filter(fits));
    }

    /** Refuses what is not so. */
    static Case unless(Predicate<String> right, String remark) {
        return refused(right.negate(), remark);
    }

    static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).asMatchPredicate();
    }

    static Predicate<String> containing(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }
}
