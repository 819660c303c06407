package io.github.pscsdk.example.santefr.web.form;

import java.util.List;
import java.util.Optional;

/** What was typed, by the names of fields. */
@FunctionalInterface
public interface Typed {
    /** Every value of a field; none where it was left empty. */
    List<String> all(String name);

    /** The value of a field, unless it is blank. */
    default Optional<String> text(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).reduce((first, last) -> last);
    }
}
