package io.github.pscsdk.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Why the national identifier is asked for.
 *
 * @param device an opaque, stable name of the device that belongs to the person but does not say to whom, such as a card;
 *     a host may keep the answer under it. Empty where there is no such device
 * @param suggested whose card this client read last, where that is known: to be confirmed or changed, and shown masked, for the
 *     person at the screen may be another one. Kept in memory until the client is closed
 */
public record NationalIdQuestion(Optional<String> device, Optional<NationalId> suggested) {
    /** Checks. */
    public NationalIdQuestion {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(suggested, "suggested");
    }

    /** A question without a suggestion, as authenticators ask it. */
    public NationalIdQuestion(Optional<String> device) {
        this(device, Optional.empty());
    }

    /** Without the device and the suggestion, which follow a person. */
    @Override
    public String toString() {
        return "NationalIdQuestion[device=" + (device.isPresent() ? "known" : "none") + "]";
    }
}
