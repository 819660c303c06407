package io.github.pscsdk.api.dialog;

import io.github.pscsdk.api.professional.NationalId;
import java.util.Objects;

/** The person's answer to a {@link NationalIdQuestion}. Immutable. */
public final class NationalIdAnswer {
    private final NationalId nationalId;
    private final boolean remember;

    private NationalIdAnswer(NationalId nationalId, boolean remember) {
        this.nationalId = Objects.requireNonNull(nationalId, "nationalId");
        this.remember = remember;
    }

    /** An answer for this login alone. */
    public static NationalIdAnswer of(NationalId nationalId) {
        return new NationalIdAnswer(nationalId, false);
    }

    /** A copy that says whether the answer may be kept; see {@link #remember()}. */
    public NationalIdAnswer withRemember(boolean allowed) {
        return new NationalIdAnswer(nationalId, allowed);
    }

    /** The identifier. */
    public NationalId nationalId() {
        return nationalId;
    }

    /** Whether the authenticator may keep the identifier for this device, in memory; false unless said. */
    public boolean remember() {
        return remember;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalIdAnswer answer
                && nationalId.equals(answer.nationalId)
                && remember == answer.remember;
    }

    @Override
    public int hashCode() {
        return Objects.hash(nationalId, remember);
    }

    /** Leaves the identifier out. */
    @Override
    public String toString() {
        return "NationalIdAnswer[remember=" + remember + "]";
    }
}
