package io.github.pscsdk.testkit.internal.page;

import java.time.Duration;
import java.util.Optional;

/**
 * What a page wants of the frame around it.
 *
 * @param title the key of its title
 * @param reload after how long a browser without script should look again; empty for not at all
 */
public record PageFrame(String title, Optional<Duration> reload) {
    /** A page that stays as it is. */
    public static PageFrame titled(String title) {
        return new PageFrame(title, Optional.empty());
    }

    /** The same, looked at again and again where there is no script. */
    public PageFrame reloadedAfter(Duration pause) {
        return new PageFrame(title, Optional.of(pause));
    }
}
