package io.github.pscsdk.example.santefr.web.form;

import java.util.List;
import java.util.Optional;

/** The values that were typed into the form, by the names of its fields. */
@FunctionalInterface
public interface TypedFields {
    /** Every value of a field; none where it was left empty. */
    List<String> all(String name);

    /** The value of a field, unless it is blank. */
    default Optional<String> text(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).reduce((first, last) -> last);
    }
}
