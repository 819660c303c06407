package io.github.pscsdk.example.desktop.work;

import io.github.pscsdk.example.desktop.outbox.DeclarationStatus;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.outbox.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A declaration that was handed over from this workstation, and how it stands with it.
 *
 * @param latest the item by which it, or its last version, was handed over
 * @param asked what was asked about it since, the oldest first; drafts are not
 * @param standing as the receiver last told; empty where it was not reached
 */
public record HandedOver(Item latest, List<Item> asked, Optional<DeclarationStatus> standing) {
    private static final String WITHDRAWN = "withdrawn";
    private static final String TO_CHECK = "to-check";

    /** Checks and copies. */
    public HandedOver {
        Objects.requireNonNull(latest, "latest");
        asked = List.copyOf(asked);
        Objects.requireNonNull(standing, "standing");
    }

    /** All of them, the last handed over first. */
    static List<HandedOver> of(List<Item> items, Map<String, DeclarationStatus> standings) {
        var latest = new LinkedHashMap<String, Item>();
        for (var item : items) {
            if (item.phase() == Phase.RECEIVED && item.errand().kind().isDeclaration()) {
                var number = item.receipt().orElseThrow().number();
                latest.remove(number);
                latest.put(number, item);
            }
        }
        var all = new ArrayList<HandedOver>();
        latest.forEach((number, item) -> all.add(new HandedOver(
                item,
                items.stream()
                        .filter(one ->
                                one.phase() != Phase.DRAFT && one.errand().isAbout(number))
                        .toList(),
                Optional.ofNullable(standings.get(number)))));
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** By which the receiver and the professional call it. */
    public String number() {
        return latest.receipt().orElseThrow().number();
    }

    /** As the receiver calls its state; as far as is known here where the receiver was not reached. */
    public String state() {
        if (isWithdrawn()) {
            return WITHDRAWN;
        }
        // On the page of the form somebody may write a newer version: the public sees the one before.
        return standing.map(DeclarationStatus::state).filter(TO_CHECK::equals).orElse("handed-over");
    }

    /** Whether the receiver wants to know if it is still valid. */
    public boolean asksForConfirmation() {
        return !isWithdrawn()
                && standing.filter(DeclarationStatus::asksForConfirmation).isPresent()
                && waiting(Kind.CONFIRMATION).isEmpty();
    }

    /** When the last word came through that it is still valid. */
    public Optional<Instant> confirmedAt() {
        return last(Kind.CONFIRMATION, Phase.RECEIVED).map(Item::since);
    }

    /** What waits to be sent about it, the oldest first. */
    public List<Item> waiting() {
        return asked.stream().filter(item -> item.phase() == Phase.WAITING).toList();
    }

    /** Whether it can be confirmed: not while a correction waits, which would be upon a version that is no more. */
    public boolean mayConfirm() {
        return !isWithdrawn() && waiting().isEmpty();
    }

    /** Whether a new version can be written. */
    public boolean mayCorrect() {
        return !isWithdrawn()
                && waiting(Kind.WITHDRAWAL).isEmpty()
                && waiting(Kind.CORRECTION).isEmpty();
    }

    /** Whether it can be withdrawn, whatever else waits. */
    public boolean mayWithdraw() {
        return !isWithdrawn() && waiting(Kind.WITHDRAWAL).isEmpty();
    }

    private boolean isWithdrawn() {
        return standing.map(DeclarationStatus::state).filter(WITHDRAWN::equals).isPresent()
                || last(Kind.WITHDRAWAL, Phase.RECEIVED).isPresent();
    }

    private Optional<Item> waiting(Kind kind) {
        return last(kind, Phase.WAITING);
    }

    private Optional<Item> last(Kind kind, Phase phase) {
        return asked.stream()
                .filter(item -> item.errand().kind() == kind && item.phase() == phase)
                .reduce((first, second) -> second);
    }

    /** Nothing of what is declared. */
    @Override
    public String toString() {
        return "HandedOver[" + number() + "]";
    }
}
