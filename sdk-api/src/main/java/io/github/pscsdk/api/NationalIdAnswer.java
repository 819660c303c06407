package io.github.pscsdk.api;

import java.util.Objects;

/**
 * The person's answer to a {@link NationalIdQuestion}.
 *
 * @param nationalId the identifier
 * @param remember whether the authenticator may keep the identifier for this device, in memory, so that it need not
 *     ask again
 */
public record NationalIdAnswer(NationalId nationalId, boolean remember) {
    public NationalIdAnswer {
        Objects.requireNonNull(nationalId, "nationalId");
    }
}
