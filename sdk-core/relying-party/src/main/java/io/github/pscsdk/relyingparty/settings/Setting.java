package io.github.pscsdk.relyingparty.settings;

import java.util.Objects;
import java.util.Optional;

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
}
