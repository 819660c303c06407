package io.github.pscsdk.example.declaration.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the rules remark on one declaration. For one thread. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final LocalDate today;

    Findings(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** Adds a remark on a field, such as {@code offers[0].phone}. */
    void add(Remark remark, String field) {
        add(remark, field, "");
    }

    /** Adds a remark whose texts repeat a value. */
    void add(Remark remark, String field, String value) {
        var suggestion = Optional.of(value).filter(text -> remark == Remark.HOR_SUGGESTED);
        var text = remark.text(value);
        found.add(new Finding(remark.rule(), remark.severity(), field, text.french(), text.english(), suggestion));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
