package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declaration as a list shows it.
 *
 * @param asksForConfirmation whether the professional is to say that it is still valid
 */
public record DossierCard(StoredDossier kept, boolean asksForConfirmation) {
    public Version latest() {
        return kept.dossier().latest();
    }

    /** Name and town; empty if neither is written. */
    public Optional<String> place() {
        var place = latest().content().place();
        return Optional.of(Stream.of(place.name(), place.town())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    public List<OfferKind> offers() {
        return latest().content().offers().stream()
                .map(Offer::shownKind)
                .distinct()
                .toList();
    }

    /** When somebody last changed it. */
    public Instant since() {
        return latest().changedAt();
    }

    /** Whether the latest version is still to be handed over. */
    public boolean isWritten() {
        return latest().state() == State.DRAFT;
    }

    /** Whether it can be said to be still valid: while the latest version is shown, and wherever that is asked. */
    public boolean mayConfirm() {
        return asksForConfirmation || !isWritten() && !isOver();
    }

    public boolean isOver() {
        return latest().state() == State.WITHDRAWN;
    }
}
