package io.github.pscsdk.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Why the national identifier is asked for.
 *
 * @param device an opaque, stable name of the device that belongs to the person but does not say to whom, such as a card;
 *     a host may keep the answer under it. Empty where there is no such device
 */
public record NationalIdQuestion(Optional<String> device) {
    /** Checks. */
    public NationalIdQuestion {
        Objects.requireNonNull(device, "device");
    }

    /** Without the device, which follows a person. */
    @Override
    public String toString() {
        return "NationalIdQuestion[device=" + (device.isPresent() ? "known" : "none") + "]";
    }
}
