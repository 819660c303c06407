package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sends the waiting items of one owner, once through. */
final class OutboxDelivery {
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final ItemRows rows;
    private final String owner;
    private final Receiver receiver;
    private final Supplier<Instant> clock;
    /** Subjects of which an item waits: those behind it wait too. */
    private final Set<String> heldBack = new HashSet<>();

    private final List<OutboxItem> next = new ArrayList<>();

    OutboxDelivery(ItemRows rows, String owner, Receiver receiver, Supplier<Instant> clock) {
        this.rows = rows;
        this.owner = owner;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Whether an item is to be sent now. */
    @FunctionalInterface
    interface Due {
        boolean includes(OutboxItem item);
    }

    /** @return why the receiver is away */
    Optional<Problem> run(Due due) throws PscException, InterruptedException {
        var waiting = rows.waiting(owner);
        for (var item = waiting.next(); item.isPresent(); item = waiting.next()) {
            var subject = item.get().handOver().subject();
            if (next.size() >= receiver.most() || next.stream().anyMatch(before -> isAbout(before, subject))) {
                var away = send();
                if (away.isPresent()) {
                    return away;
                }
            }
            if (heldBack.contains(subject) || !due.includes(item.get())) {
                holdBack(subject);
                continue;
            }
            next.add(item.get());
        }
        return send();
    }

    private static boolean isAbout(OutboxItem item, String subject) {
        return !subject.isEmpty() && item.handOver().subject().equals(subject);
    }

    private void holdBack(String subject) {
        if (!subject.isEmpty()) {
            heldBack.add(subject);
        }
    }

    private Optional<Problem> send() throws PscException, InterruptedException {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var sent = List.copyOf(next);
        next.clear();
        var handOvers = sent.stream().map(OutboxItem::handOver).toList();
        List<OutboxItem> results;
        try {
            results = receiver.send(handOvers);
        } catch (PscException e) {
            var code = e.problem().code();
            rows.put(owner, sent.stream().map(item -> item.heldUp(code)).toList());
            return Optional.of(e.problem());
        }
        if (!results.stream().map(OutboxItem::handOver).toList().equals(handOvers)
                || results.stream().anyMatch(result -> result.phase() == Phase.DRAFT)) {
            throw new IllegalStateException("a receiver gives one result for each item, in their order");
        }
        var after = new ArrayList<OutboxItem>();
        for (var i = 0; i < sent.size(); i++) {
            after.add(settle(sent.get(i), results.get(i)));
        }
        rows.put(owner, after);
        return Optional.empty();
    }

    private OutboxItem settle(OutboxItem item, OutboxItem result) {
        var now = clock.get();
        if (result.phase() != Phase.WAITING) {
            return item.settled(result, now);
        }
        holdBack(item.handOver().subject());
        return item.failed(result.problem().orElseThrow(), now.plus(wait(item.failures())));
    }

    /** Twice as long after each failure. */
    private static Duration wait(int failuresBefore) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failuresBefore, Integer.SIZE));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
