package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.rules.ValueLists.ValueList;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** V-LIST: a value of a list in its one spelling. Another value is kept, with a warning, as a public text. */
final class ListRule {
    private ListRule() {}

    /** Several values. */
    static List<String> check(List<String> raw, ValueList list, String field, Findings findings) {
        var kept = new ArrayList<String>();
        for (var i = 0; i < raw.size(); i++) {
            checkOne(Optional.of(raw.get(i)), list, field + "[" + i + "]", findings)
                    .ifPresent(kept::add);
        }
        return kept;
    }

    /** One value. */
    static Optional<String> checkOne(Optional<String> raw, ValueList list, String field, Findings findings) {
        return Blanks.given(raw)
                .flatMap(given -> listed(given, list, field, findings).or(() -> {
                    findings.add(Remark.LIST_UNKNOWN, field);
                    return TextRule.check(raw, field, findings);
                }));
    }

    /** One value where any other text is as good. */
    static Optional<String> checkOrText(Optional<String> raw, ValueList list, String field, Findings findings) {
        return Blanks.given(raw)
                .flatMap(given -> listed(given, list, field, findings).or(() -> TextRule.check(raw, field, findings)));
    }

    /** Yes or no; another text is kept, since either guess may be wrong. */
    static ShapeTable flag(ValueList flags) {
        return ShapeTable.listed(flags::canonical, Remark.LIST_FLAG_STORED, Remark.LIST_FLAG_UNKNOWN);
    }

    private static Optional<String> listed(String given, ValueList list, String field, Findings findings) {
        var canonical = list.canonical(given);
        canonical.filter(text -> !text.equals(given)).ifPresent(text -> findings.add(Remark.LIST_STORED, field, text));
        return canonical;
    }
}
