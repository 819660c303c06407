package io.github.pscsdk.api.professional;

import java.util.Objects;

/**
 * A code with the system that gives it a meaning. A code alone is not clear: {@code 93} is in two tables. Unknown
 * codes are kept as received, because the tables of ANS grow.
 *
 * @param system OID of the code system, such as {@code 1.2.250.1.71.4.2.4}
 * @param code the code as received, such as {@code SA07}
 */
public record CodedValue(String system, String code) {
    /** Refuses an empty code: a value that is absent is an empty {@link java.util.Optional}. */
    public CodedValue {
        Objects.requireNonNull(system, "system");
        if (code.isBlank()) {
            throw new IllegalArgumentException("a coded value needs a code");
        }
    }
}
