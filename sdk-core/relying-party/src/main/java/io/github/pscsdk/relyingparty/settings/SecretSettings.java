package io.github.pscsdk.relyingparty.settings;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a secret is: in exactly one of three places.
 *
 * @param key the name of the whole; its members are {@code value}, {@code file} and {@code variable}
 * @param value the secret itself
 * @param file a file with its text in UTF-8; blanks and line ends at its end are no part of the secret
 * @param variable an environment variable
 */
public record SecretSettings(String key, Optional<String> value, Optional<String> file, Optional<String> variable) {
    long places() {
        return Stream.of(value, file, variable).filter(Optional::isPresent).count();
    }

    @Override
    public String toString() {
        return "SecretSettings[" + key + "]";
    }
}
