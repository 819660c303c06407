package io.github.pscsdk.relyingparty.internal.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One setting as it was written, unchecked.
 *
 * @param key its name as whoever wrote it spells it, such as {@code psc.client.key-store.file}
 * @param value empty where it is not given; blank counts as not given
 */
public record Setting(String key, Optional<String> value) {
    /** Takes blank for empty. */
    public Setting {
        Objects.requireNonNull(key, "key");
        value = value.filter(text -> !text.isBlank());
    }

    /** A value of any type, as the text that it prints. */
    public static Setting of(String key, Optional<?> value) {
        return new Setting(key, value.map(Object::toString));
    }

    /**
     * Where a secret is: in exactly one of three places.
     *
     * @param key the name of the whole; its members are {@code value}, {@code file} and {@code variable}
     * @param value the secret itself
     * @param file a file with its text in UTF-8; blanks and line ends at its end are no part of the secret
     * @param variable an environment variable
     */
    public record Secret(String key, Optional<String> value, Optional<String> file, Optional<String> variable) {
        long places() {
            return Stream.of(value, file, variable).filter(Optional::isPresent).count();
        }

        @Override
        public String toString() {
            return "Secret[" + key + "]";
        }
    }

    /**
     * A PKCS#12 file.
     *
     * @param file its path
     * @param password what opens it and its key
     */
    public record KeyStoreFile(Setting file, Secret password) {
        boolean isGiven() {
            return file.value().isPresent() || password.places() > 0;
        }
    }
}
