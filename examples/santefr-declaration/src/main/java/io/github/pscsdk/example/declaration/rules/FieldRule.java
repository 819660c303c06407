package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule on the text of one field. */
@FunctionalInterface
interface FieldRule {
    /** Fits what fits no case before it. */
    Predicate<String> ANYTHING = text -> true;

    /** The text to keep; empty for none. Remarks on it go to the findings. */
    Optional<String> check(Optional<String> raw, String field, Findings findings);

    /** One kind of text that is given for a field; the remark may repeat what is kept. */
    record Case(Predicate<String> fits, UnaryOperator<String> spelling, Optional<String> remark) {}

    /** Keeps texts as they are given, without the blanks around them: of the cases the first that fits counts. */
    static FieldRule of(Case... cases) {
        return respelling("", cases);
    }

    /** Keeps right texts in one spelling, and remarks what was spelt otherwise. */
    static FieldRule respelling(String respelt, Case... cases) {
        return (raw, field, findings) -> Blanks.given(raw).map(given -> {
            var match = Stream.of(cases).filter(one -> one.fits.test(given)).findFirst();
            var kept = match.map(one -> one.spelling.apply(given)).orElse(given);
            match.flatMap(Case::remark)
                    .or(() -> Optional.of(respelt).filter(remark -> !kept.equals(given)))
                    .ifPresent(remark -> findings.add(remark, field, kept));
            return kept;
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
        return respelling(
                respelt,
                taken(
                        text -> spelling.apply(text).isPresent(),
                        text -> spelling.apply(text).orElseThrow()),
                refused(ANYTHING, unknown));
    }

    static Case taken(Predicate<String> fits, UnaryOperator<String> spelling) {
        return new Case(fits, spelling, Optional.empty());
    }

    /** Keeps what is right of a text, and remarks what was left out. */
    static Case corrected(String remark, Function<String, Optional<String>> right) {
        return new Case(
                text -> right.apply(text).isPresent(), text -> right.apply(text).orElseThrow(), Optional.of(remark));
    }

    static Case refused(Predicate<String> fits, String remark) {
        return new Case(fits, UnaryOperator.identity(), Optional.of(remark));
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
