package io.github.pscsdk.diagnostic;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A link of a step, perhaps without an address.
 *
 * @param label the text of the link, in the person's language
 * @param address as the source prints it; empty if the source has a link whose address could not be read. Say so
 *     then, and never show a guessed address
 * @param source where it was read
 */
public record GuideLink(String label, Optional<URI> address, GuideSource source) {
    public GuideLink {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(source, "source");
    }
}
