package io.github.pscsdk.proxyprotocol;

import java.util.Optional;

/** Members as they come off the wire. */
final class Members {
    private Members() {}

    /** An absent member arrives as null; a blank one says no more. */
    static Optional<String> present(Optional<String> member) {
        return member == null ? Optional.empty() : member.filter(text -> !text.isBlank());
    }
}
