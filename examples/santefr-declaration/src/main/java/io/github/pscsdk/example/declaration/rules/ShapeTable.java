package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the text of a field can be: the first row that fits counts; a text that fits none is kept, and nothing is said of it. */
final class ShapeTable {
    /** The last row of a table, where none before it may let a text pass. */
    static final Predicate<String> ANYTHING = text -> true;

    private final Optional<Remark> missing;
    private final Optional<Remark> respelt;
    private final List<Row> rows;

    private ShapeTable(Optional<Remark> missing, Optional<Remark> respelt, Row... rows) {
        this.missing = missing;
        this.respelt = respelt;
        this.rows = List.of(rows);
    }

    /**
     * One shape.
     *
     * @param spelling what is kept of such a text
     * @param remark what is wrong with it, if anything is
     * @param repeated what the remark repeats
     */
    record Row(
            Predicate<String> fits,
            UnaryOperator<String> spelling,
            Optional<Remark> remark,
            UnaryOperator<String> repeated) {}

    /** A table that keeps texts as they are given. */
    static ShapeTable of(Row... rows) {
        return new ShapeTable(Optional.empty(), Optional.empty(), rows);
    }

    /** The same for a field that must have a text. */
    static ShapeTable needed(Remark missing, Row... rows) {
        return new ShapeTable(Optional.of(missing), Optional.empty(), rows);
    }

    /** A table that keeps right texts in one spelling, and remarks what was spelt otherwise. */
    static ShapeTable respelling(Remark respelt, Row... rows) {
        return new ShapeTable(Optional.empty(), Optional.of(respelt), rows);
    }

    /** Texts that have a spelling are right, others are not. */
    static ShapeTable listed(Function<String, Optional<String>> spelling, Remark respelt, Remark unknown) {
        return respelling(
                respelt,
                taken(
                        text -> spelling.apply(text).isPresent(),
                        text -> spelling.apply(text).orElseThrow()),
                refused(ANYTHING, unknown));
    }

    static Row taken(Predicate<String> fits, UnaryOperator<String> spelling) {
        return new Row(fits, spelling, Optional.empty(), text -> "");
    }

    static Row refused(Predicate<String> fits, Remark remark) {
        return refused(fits, remark, text -> "");
    }

    static Row refused(Predicate<String> fits, Remark remark, UnaryOperator<String> repeated) {
        return new Row(fits, UnaryOperator.identity(), Optional.of(remark), repeated);
    }

    /** Refuses what is not so. */
    static Row unless(Predicate<String> right, Remark remark) {
        return refused(right.negate(), remark);
    }

    /** The whole text. */
    static Predicate<String> matching(String shape) {
        return Pattern.compile(shape, Pattern.DOTALL).asMatchPredicate();
    }

    /** Somewhere in the text. */
    static Predicate<String> holding(String shape) {
        return Pattern.compile(shape).asPredicate();
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
        var row = rows.stream().filter(one -> one.fits.test(given)).findFirst();
        var kept = row.map(one -> one.spelling.apply(given)).orElse(given);
        var wrong = row.flatMap(Row::remark);
        if (wrong.isPresent()) {
            findings.add(wrong.get(), field, row.get().repeated.apply(given));
        } else if (respelt.isPresent() && !kept.equals(given)) {
            findings.add(respelt.get(), field, kept);
        }
        return kept;
    }
}
