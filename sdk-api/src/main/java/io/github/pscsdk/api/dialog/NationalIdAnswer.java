package io.github.pscsdk.api.dialog;

import io.github.pscsdk.api.professional.NationalId;
import java.util.Objects;

/**
 * The person's answer to the question whose a device is.
 *
 * @param nationalId the identifier
 * @param remember whether the authenticator may keep the identifier for this device, in memory
 */
public record NationalIdAnswer(NationalId nationalId, boolean remember) {
    public NationalIdAnswer {
        Objects.requireNonNull(nationalId, "nationalId");
    }

    /** Leaves the identifier out. */
    @Override
    public String toString() {
        return "NationalIdAnswer[remember=" + remember + "]";
    }
}
