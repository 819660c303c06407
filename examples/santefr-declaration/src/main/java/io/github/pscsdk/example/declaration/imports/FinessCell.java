package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The column {@code finess} of the testing sites, in which the words {@code AUTRE} and {@code IDE} say that the place has no
 * number, as a practice has none. A laboratory and a pharmacy always have one: where the name of the place is that of
 * either, the word stays, and the rule on numbers rejects it, like any other word.
 */
final class FinessCell {
    private static final Set<String> NO_NUMBER = Set.of("AUTRE", "IDE");
    private static final Pattern HAS_A_NUMBER = Pattern.compile(
            "\\b(LBM|LABOS?|LABORATOIRES?|PHARMACIES?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private FinessCell() {}

    /** The cell, or nothing and a remark. */
    static Optional<String> of(Optional<String> cell, Optional<String> name, List<Finding> remarks) {
        var saysNone = cell.map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(NO_NUMBER::contains)
                .isPresent();
        if (!saysNone || name.filter(text -> HAS_A_NUMBER.matcher(text).find()).isPresent()) {
            return cell;
        }
        remarks.add(RowRemark.NO_FINESS.finding());
        return Optional.empty();
    }
}
