package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.sessionstore.KeyRing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where traces outlive a restart. Immutable.
 *
 * @param folder of one proxy alone, made where needed; empty means the store that all nodes share ({@link
 *     ProxyConfigurationBuilder#stores})
 * @param keyRing encrypts them in the folder; without one they are in plain text there. Lines that were written before stay
 *     readable with one
 * @param retention how long they are kept, a day at least; a folder loses whole days
 */
public record TraceSettings(Optional<Path> folder, Optional<KeyRing> keyRing, Duration retention) {
    /** Six months: the least that the CNIL recommends for the log of accesses to personal data. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(184);

    public TraceSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(keyRing, "keyRing");
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("traces are kept for at least one day");
        }
    }

    /** In a folder, in plain text, for {@link #DEFAULT_RETENTION}. */
    public static TraceSettings inFolder(Path folder) {
        return new TraceSettings(Optional.of(folder), Optional.empty(), DEFAULT_RETENTION);
    }

    /** In the store that all nodes share, for {@link #DEFAULT_RETENTION}. */
    public static TraceSettings inStore() {
        return new TraceSettings(Optional.empty(), Optional.empty(), DEFAULT_RETENTION);
    }
}
