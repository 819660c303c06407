package io.github.pscsdk.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What is set on one authenticator, checked against its descriptor before it is started. Implemented by the engine and by the
 * test kit only, so a minor version may add methods. Safe for any thread; the values stay the same.
 *
 * <p>Each method takes the name of a setting of its kind, and gives the default where nothing is set; empty without a default.
 * It throws an {@link IllegalArgumentException} if the descriptor declares no setting of that name and kind.
 */
public interface SettingValues {

    /** The value of a text. */
    Optional<String> text(String name);

    /** The value of a choice, one of its words. */
    Optional<String> choice(String name);

    /** The value of a number. */
    Optional<Long> number(String name);

    /** The value of a flag. */
    Optional<Boolean> flag(String name);

    /** The value of a duration. */
    Optional<Duration> duration(String name);

    /** The value of an address. */
    Optional<URI> url(String name);

    /** A new copy of a secret. Overwrite it once it was used; never print or keep it. */
    Optional<char[]> secret(String name);
}
