package io.github.pscsdk.api;

import java.util.Objects;
import java.util.Optional;

/**
 * The question for a person's national identifier.
 *
 * @param device an opaque, stable name of the device whose holder is asked for, such as a card that does not say
 *     whose it is; a host may keep the answer under this name. Empty without such a device
 * @param suggested the holder of the card that this client read last, if known. Show it masked, and let the person
 *     confirm or change it, because another person may be at the screen. Kept in memory until the client is closed
 */
public record NationalIdQuestion(Optional<String> device, Optional<NationalId> suggested) {
    public NationalIdQuestion {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(suggested, "suggested");
    }

    /** A question without a suggestion, as authenticators ask it. */
    public NationalIdQuestion(Optional<String> device) {
        this(device, Optional.empty());
    }

    /** Leaves out the device and the suggestion, which identify a person. */
    @Override
    public String toString() {
        return "NationalIdQuestion[device=" + (device.isPresent() ? "known" : "none") + "]";
    }
}
