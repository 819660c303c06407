package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the frame around a page.
 *
 * @param title the key of its title
 * @param state the state of the page for the window's title, in the reader's language; empty if the title is enough
 * @param reload after how long a browser without script loads the page again; empty for never
 */
public record PageFrame(String title, Optional<String> state, Optional<Duration> reload) {
    /** A frame for a page that does not change. */
    public static PageFrame titled(String title) {
        return new PageFrame(title, Optional.empty(), Optional.empty());
    }

    /** The same, with its state in the title of the window. */
    public PageFrame saying(String words) {
        return new PageFrame(title, Optional.of(words), reload);
    }

    /** The same, loaded again at intervals if there is no script. */
    public PageFrame reloadedAfter(Duration pause) {
        return new PageFrame(title, state, Optional.of(pause));
    }

    /** The title of the window before the name of the site. */
    String words(Texts texts) {
        var name = texts.get(title);
        return state.map(words -> name + " – " + words).orElse(name);
    }
}
