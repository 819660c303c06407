package io.github.pscsdk.api;

import java.util.Objects;

/**
 * Who the person says to be.
 *
 * @param nationalId the identifier
 * @param remember whether the authenticator may keep it with the device it asked for, in memory, so as not to ask again
 */
public record NationalIdAnswer(NationalId nationalId, boolean remember) {
    /** Checks. */
    public NationalIdAnswer {
        Objects.requireNonNull(nationalId, "nationalId");
    }
}
