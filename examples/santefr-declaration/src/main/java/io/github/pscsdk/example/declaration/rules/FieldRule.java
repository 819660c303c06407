package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A rule on the text of one field: a list of cases, of which the first that fits counts. A text that fits none is kept,
 * and nothing is said of it.
 */
final class FieldRule {
    /** The last case, where a text that fits none before it is wrong. */
    static final Predicate<String> ANYTHING = text -> true;

    private final Optional<Remark> missing;
    private final Optional<Remark> respelt;
    private final List<Case> cases;

    private FieldRule(Optional<Remark> missing, Optional<Remark> respelt, Case... cases) {
        this.missing = missing;
        this.respelt = respelt;
        this.cases = List.of(cases);
    }

    /** One kind of text that is given for a field; the remark may repeat what is kept. */
    record Case(Predicate<String> fits, UnaryOperator<String> spelling, Optional<Remark> remark) {}

    /** Keeps texts as they are given. */
    static FieldRule of(Case... cases) {
        return new FieldRule(Optional.empty(), Optional.empty(), cases);
    }

    /** The same for a field that must have a text. */
    static FieldRule needed(Remark missing, Remark respelt, Case... cases) {
        return new FieldRule(Optional.of(missing), Optional.of(respelt), cases);
    }

    /** Keeps right texts in one spelling, and remarks what was spelt otherwise. */
    static FieldRule respelling(Remark respelt, Case... cases) {
        return new FieldRule(Optional.empty(), Optional.of(respelt), cases);
    }

    /** Texts that have a spelling are right, others are not. */
    static FieldRule listed(Function<String, Optional<String>> spelling, Remark respelt, Remark unknown) {
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
    static Case corrected(Remark remark, Function<String, Optional<String>> right) {
        return new Case(
                text -> right.apply(text).isPresent(), text -> right.apply(text).orElseThrow(), Optional.of(remark));
    }

    static Case refused(Predicate<String> fits, Remark remark) {
        return new Case(fits, UnaryOperator.identity(), Optional.of(remark));
    }

    /** Refuses what is not so. */
    static Case unless(Predicate<String> right, Remark remark) {
        return refused(right.negate(), remark);
    }

    static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).asMatchPredicate();
    }

    static Predicate<String> containing(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }

    /** The text to keep, without the blanks around it; empty for none. */
    Optional<String> check(Optional<String> raw, String field, Findings findings) {
        var given = Blanks.given(raw);
        if (given.isEmpty()) {
            missing.ifPresent(remark -> findings.add(remark, field));
        }
        return given.map(text -> kept(text, field, findings));
    }

    private String kept(String given, String field, Findings findings) {
        var match = cases.stream().filter(one -> one.fits.test(given)).findFirst();
        var kept = match.map(one -> one.spelling.apply(given)).orElse(given);
        var wrong = match.flatMap(Case::remark);
        if (wrong.isPresent()) {
            findings.add(wrong.get(), field, kept);
        } else if (respelt.isPresent() && !kept.equals(given)) {
            findings.add(respelt.get(), field, kept);
        }
        return kept;
    }
}
