package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A declaration that was handed over from this workstation, and its status.
 *
 * @param latest the item by which it, or its last version, was handed over
 * @param asked the requests about it since, the oldest first, without drafts
 * @param status as the receiver last told; empty where it was not reached
 */
public record HandedOverDeclaration(DeclarationItem latest, List<DeclarationItem> asked, Optional<Status> status) {
    /** Its state as the receiver calls it, such as {@code to-check}, and whether it is to be confirmed. */
    public record Status(String state, boolean asksForConfirmation) {}

    /** All of them, the last handed over first, from items of which the oldest come first. */
    public static List<HandedOverDeclaration> of(List<DeclarationItem> items, Map<String, Status> statuses) {
        var latest = new LinkedHashMap<String, DeclarationItem>();
        for (var item : items) {
            if (item.phase() == Phase.RECEIVED && item.request().kind().isDeclaration()) {
                var number = item.receipt().orElseThrow().number();
                latest.remove(number);
                latest.put(number, item);
            }
        }
        var all = new ArrayList<HandedOverDeclaration>();
        latest.forEach((number, item) -> {
            var asked = items.stream()
                    .filter(one -> one.phase() != Phase.DRAFT)
                    .filter(one -> one.request().upon().map(Receipt::number).equals(Optional.of(number)));
            all.add(new HandedOverDeclaration(item, asked.toList(), Optional.ofNullable(statuses.get(number))));
        });
        Collections.reverse(all);
        return all;
    }

    /** A request about it as it was typed, upon its last receipt. */
    public OutboxRequest request(Kind kind) {
        return new OutboxRequest(UUID.randomUUID(), kind, latest.receipt(), latest.content());
    }

    public String number() {
        return latest.receipt().orElseThrow().number();
    }

    /** As the receiver has it, or as far as is known here. */
    public State state() {
        if (isTold(State.WITHDRAWN) || is(Phase.RECEIVED, Kind.WITHDRAWAL)) {
            return State.WITHDRAWN;
        }
        // On the page of the form somebody may write a newer version: the public sees the one before.
        return isTold(State.TO_CHECK) ? State.TO_CHECK : State.HANDED_OVER;
    }

    private boolean isTold(State known) {
        return status.filter(told -> told.state().equals(KebabCase.of(known))).isPresent();
    }

    public boolean asksForConfirmation() {
        return !isWithdrawn()
                && status.filter(Status::asksForConfirmation).isPresent()
                && !is(Phase.WAITING, Kind.CONFIRMATION);
    }

    /** When the receiver got the last confirmation. */
    public Optional<Instant> confirmedAt() {
        return asked.stream()
                .filter(item -> item.is(Phase.RECEIVED, Kind.CONFIRMATION))
                .map(DeclarationItem::since)
                .reduce((first, last) -> last);
    }

    /** Its requests that wait to be sent, the oldest first. */
    public List<DeclarationItem> waiting() {
        return asked.stream().filter(item -> item.phase() == Phase.WAITING).toList();
    }

    /** Whether it can be confirmed: not while a correction waits, which would be upon a version that is no more. */
    public boolean mayConfirm() {
        return !isWithdrawn() && waiting().isEmpty();
    }

    public boolean mayCorrect() {
        return mayWithdraw() && !is(Phase.WAITING, Kind.CORRECTION);
    }

    /** Whether it can be withdrawn, whatever else waits. */
    public boolean mayWithdraw() {
        return !isWithdrawn() && !is(Phase.WAITING, Kind.WITHDRAWAL);
    }

    public boolean isWithdrawn() {
        return state() == State.WITHDRAWN;
    }

    private boolean is(Phase phase, Kind kind) {
        return asked.stream().anyMatch(item -> item.is(phase, kind));
    }
}
