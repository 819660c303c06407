package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * What a page wants of the frame around it.
 *
 * @param title the key of its title
 * @param state what is to be known of it at once, in the reader's language; empty if the title says it all
 * @param reload after how long a browser without script should look again; empty for not at all
 */
public record PageFrame(String title, Optional<String> state, Optional<Duration> reload) {
    /** A page that stays as it is. */
    public static PageFrame titled(String title) {
        return new PageFrame(title, Optional.empty(), Optional.empty());
    }

    /** The same, with its state in the title of the window. */
    public PageFrame saying(String words) {
        return new PageFrame(title, Optional.of(words), reload);
    }

    /** The same, looked at again and again where there is no script. */
    public PageFrame reloadedAfter(Duration pause) {
        return new PageFrame(title, state, Optional.of(pause));
    }

    /** What stands in the title of the window before the name of the site. */
    String words(Texts texts) {
        var name = texts.get(title);
        return state.map(words -> name + " – " + words).orElse(name);
    }
}
