package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * The frame around a page: the key of its title, its state for the window's title, when a browser without script loads
 * it again, and the other origin to which its form may lead.
 */
public record PageFrame(String title, Optional<String> state, Optional<Duration> reload, Optional<String> leadsTo) {
    public static PageFrame titled(String title) {
        return new PageFrame(title, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public PageFrame saying(String words) {
        return new PageFrame(title, Optional.of(words), reload, leadsTo);
    }

    /** The same, loaded again at intervals if there is no script. */
    public PageFrame reloadedAfter(Duration pause) {
        return new PageFrame(title, state, Optional.of(pause), leadsTo);
    }

    /** The same, whose form may lead to that origin. */
    public PageFrame leadingTo(Optional<String> origin) {
        return new PageFrame(title, state, reload, origin);
    }

    /** The title of the window before the name of the site. */
    String words(Texts texts) {
        var name = texts.get(title);
        return state.map(words -> name + " – " + words).orElse(name);
    }
}
