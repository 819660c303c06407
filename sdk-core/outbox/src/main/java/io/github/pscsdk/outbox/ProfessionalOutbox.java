package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.internal.OutboxProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The drafts and hand-overs of one professional. Every method may throw a {@link PscException} with {@link
 * OutboxProblem#DISK_FAILED} or {@link OutboxProblem#UNUSABLE}; what a method was to keep is not kept then, and may be
 * kept by calling it again.
 */
public final class ProfessionalOutbox {
    private final ItemRows rows;
    private final String owner;
    private final List<String> formerOwners;
    private final Clock clock;
    private final ReentrantLock delivering;

    /** @param formerOwners whose items are this owner's from now on */
    ProfessionalOutbox(ItemRows rows, String owner, List<String> formerOwners, Clock clock, ReentrantLock delivering) {
        this.rows = rows;
        this.owner = owner;
        this.formerOwners = formerOwners;
        this.clock = clock;
        this.delivering = delivering;
    }

    /** All of them, the oldest first. */
    public List<OutboxItem> items() throws PscException {
        var items = new ArrayList<OutboxItem>();
        forEach(items::add);
        return items;
    }

    /** Shows each of them, the oldest first, however many there are. */
    public void forEach(Consumer<OutboxItem> action) throws PscException {
        adopt();
        var items = rows.all(owner);
        for (var item = items.next(); item.isPresent(); item = items.next()) {
            action.accept(item.get());
        }
    }

    /** One of them. */
    public Optional<OutboxItem> find(UUID id) throws PscException {
        adopt();
        return rows.find(owner, id);
    }

    /** How many are in that phase. */
    public long count(Phase phase) throws PscException {
        adopt();
        return rows.count(owner, phase);
    }

    /**
     * Keeps a draft, the first time or again.
     *
     * @param draft its body is not kept. An item that is no draft any more is left as it is
     */
    public void keepDraft(HandOver draft) throws PscException {
        // Here and below: nobody writes between what is read and what is written.
        synchronized (rows) {
            adopt();
            var before = rows.find(owner, draft.id());
            if (before.isEmpty() || before.get().phase() == Phase.DRAFT) {
                var kept = new HandOver(draft.id(), draft.subject(), draft.details(), "");
                rows.put(owner, List.of(OutboxItem.of(kept, Phase.DRAFT, now())));
            }
        }
    }

    /**
     * Keeps hand-overs, which wait from now on; one of them may have been a draft. Nothing is sent yet; once this
     * returns, all of them will be, whatever happens to the program. Done again with the same content, it changes
     * nothing: the first time may have been told as a failure of the disk that came after it.
     *
     * @throws IllegalArgumentException if there is one of the same id with another body already, or among them; none is
     *     kept then
     */
    public void handOver(List<HandOver> handOvers) throws PscException {
        var now = now();
        var fresh = new LinkedHashMap<UUID, OutboxItem>();
        synchronized (rows) {
            adopt();
            for (var handOver : handOvers) {
                var twin = Optional.ofNullable(fresh.get(handOver.id()));
                var before = twin.isPresent()
                        ? twin
                        : rows.find(owner, handOver.id()).filter(item -> item.phase() != Phase.DRAFT);
                if (before.isEmpty()) {
                    fresh.put(handOver.id(), OutboxItem.of(handOver, Phase.WAITING, now));
                } else if (!before.get().handOver().body().equals(handOver.body())) {
                    throw new IllegalArgumentException("a hand-over is not rewritten");
                }
            }
            rows.append(owner, List.copyOf(fresh.values()));
        }
    }

    /** Throws a draft away, or what the list need not show any more; a hand-over that waits stays. */
    public void discard(UUID id) throws PscException {
        synchronized (rows) {
            adopt();
            if (rows.find(owner, id)
                    .filter(item -> item.phase() != Phase.WAITING)
                    .isPresent()) {
                rows.remove(owner, id);
            }
        }
    }

    /**
     * Sends what waits and is due, the oldest first. An item that the receiver does not settle waits for a minute, then
     * longer each time, up to an hour; all others go out. A receiver that is away stops the delivery.
     *
     * @return why the receiver is away; empty if all was sent that is due
     * @throws InterruptedException if the thread is interrupted; what was not settled waits
     */
    public Optional<Problem> deliver(Receiver receiver) throws PscException, InterruptedException {
        return deliver(receiver, item -> item.retryAt().filter(this::isAhead).isEmpty());
    }

    /** As {@link #deliver}, with those that failed and are not due yet. */
    public Optional<Problem> deliverAll(Receiver receiver) throws PscException, InterruptedException {
        return deliver(receiver, item -> true);
    }

    private Optional<Problem> deliver(Receiver receiver, OutboxDelivery.Due due)
            throws PscException, InterruptedException {
        delivering.lockInterruptibly();
        try {
            adopt();
            return new OutboxDelivery(rows, owner, receiver, this::now).run(due);
        } finally {
            delivering.unlock();
        }
    }

    /** Not by a clock that was set back since. */
    private boolean isAhead(Instant retryAt) {
        var now = clock.instant();
        return retryAt.isAfter(now) && !retryAt.isAfter(now.plus(OutboxDelivery.LONGEST_WAIT));
    }

    private void adopt() throws PscException {
        for (var former : formerOwners) {
            rows.move(former, owner);
        }
    }

    // Microseconds, as every system's clock gives them: what is read back is equal.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
