package io.github.pscsdk.example.declaration.rules;

import java.util.ArrayList;
import java.util.List;

/** The remarks of the rules on one declaration. For one thread. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** Adds a remark on a field, such as {@code offers[0].phone}. */
    void add(String remark, String field) {
        add(remark, field, "");
    }

    /** Adds a remark whose texts repeat a value. */
    void add(String remark, String field, String value) {
        found.add(Finding.of(remark, field, value));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
