package io.github.pscsdk.diagnostic;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A place that a step sends the person to.
 *
 * @param label what is there, in the person's language
 * @param address as the source prints it; empty where the source has words to click on and no address that could be read: say
 *     so, and never put a guess in its place
 * @param source where it was read
 */
public record GuideLink(String label, Optional<URI> address, GuideSource source) {
    /** Checks. */
    public GuideLink {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(source, "source");
    }
}
