package io.github.pscsdk.api.dialog;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.Objects;
import java.util.Optional;

/** The question for a person's national identifier. Immutable. */
public final class NationalIdQuestion {
    private final Optional<String> device;
    private final Optional<NationalId> suggested;

    private NationalIdQuestion(Optional<String> device, Optional<NationalId> suggested) {
        this.device = device;
        this.suggested = suggested;
    }

    /** The question who is logging in. */
    public static NationalIdQuestion whoLogsIn() {
        return new NationalIdQuestion(Optional.empty(), Optional.empty());
    }

    /** The question whose a device is, by a name that {@link ShortText} takes; see {@link #device()}. */
    public static NationalIdQuestion holderOf(String device) {
        return new NationalIdQuestion(Optional.of(ShortText.of(device).in(Language.FRENCH)), Optional.empty());
    }

    /** A copy with a suggestion; see {@link #suggested()}. */
    public NationalIdQuestion withSuggestion(NationalId holder) {
        return new NationalIdQuestion(device, Optional.of(holder));
    }

    /** An opaque, stable name of the device whose holder is asked for, under which a host may keep the answer. */
    public Optional<String> device() {
        return device;
    }

    /** The holder of the card that this client read last. Show it masked, and let the person confirm or change it. */
    public Optional<NationalId> suggested() {
        return suggested;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalIdQuestion question
                && device.equals(question.device)
                && suggested.equals(question.suggested);
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, suggested);
    }

    /** Leaves out the device and the suggestion, which identify a person. */
    @Override
    public String toString() {
        return "NationalIdQuestion[device=" + (device.isPresent() ? "known" : "none") + "]";
    }
}
