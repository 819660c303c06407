package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier in the database.
 *
 * @param number names it, such as {@code SF-2026-0000042}
 * @param revision grows with every change; who changes it says which one they saw
 * @param asksForConfirmation whether the professional is to say that it is still valid
 */
public record StoredDossier(String number, int revision, Dossier dossier, boolean asksForConfirmation) {
    /** As it was kept, untouched by time. */
    StoredDossier(String number, int revision, Dossier dossier) {
        this(number, revision, dossier, false);
    }

    public Version latest() {
        return dossier.latest();
    }

    public Declaration content() {
        return latest().content();
    }

    /** Name and town; empty if neither is written. */
    public Optional<String> place() {
        var place = content().place();
        return Stream.of(place.name(), place.town())
                .flatMap(Optional::stream)
                .reduce((name, town) -> name + ", " + town);
    }

    public List<OfferKind> offers() {
        return content().offers().stream().map(Offer::shownKind).distinct().toList();
    }

    /** Whether the latest version is still to be handed over. */
    public boolean isWritten() {
        return latest().state() == State.DRAFT;
    }

    public boolean isOver() {
        return latest().state() == State.WITHDRAWN;
    }

    /** Whether it can be said to be still valid: while the latest version is shown, and wherever that is asked. */
    public boolean mayConfirm() {
        return asksForConfirmation || !isWritten() && !isOver();
    }
}
