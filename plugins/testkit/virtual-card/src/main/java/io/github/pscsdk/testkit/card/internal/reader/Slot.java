package io.github.pscsdk.testkit.card.internal.reader;

import io.github.pscsdk.testkit.card.ApduTrace;
import io.github.pscsdk.testkit.card.RecordedCard;
import io.github.pscsdk.testkit.card.SmartCard;
import java.util.Optional;

/** One reader. The {@link CardService} guards it. */
final class Slot {
    private final String name;
    private Optional<RecordedCard> card = Optional.empty();
    private Optional<RecordedCard> latest = Optional.empty();
    private int events;
    private int connections;
    private boolean isTaken;

    Slot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    SlotState state() {
        return new SlotState(card.isPresent(), events);
    }

    void insert(SmartCard inserted) {
        if (card.isPresent()) {
            throw new IllegalStateException("there is a card in this reader");
        }
        inserted.reset();
        card = Optional.of(new RecordedCard(inserted));
        latest = card;
        events++;
    }

    void remove() {
        card.ifPresent(SmartCard::powerOff);
        if (card.isPresent()) {
            events++;
        }
        card = Optional.empty();
        connections = 0;
    }

    Optional<ApduTrace> trace() {
        return latest.map(RecordedCard::trace);
    }

    /** Connects; a second exclusive connection, or a shared one beside it, is refused. */
    RecordedCard connect(boolean exclusively) throws ScardException {
        var present = card.orElseThrow(() -> new ScardException(ScardException.NO_CARD));
        if (isTaken || exclusively && connections > 0) {
            throw new ScardException(ScardException.SHARING_VIOLATION);
        }
        connections++;
        isTaken = exclusively;
        return present;
    }

    void disconnect(RecordedCard connected, boolean reset) {
        if (holds(connected)) {
            connections--;
            isTaken = false;
            if (reset) {
                connected.reset();
            }
        }
    }

    /** Simulates an exclusive connection of another program. */
    void take() {
        if (connections > 0 || isTaken) {
            throw new IllegalStateException("the card is connected: nobody else can have it to himself");
        }
        isTaken = true;
    }

    void giveBack() {
        isTaken = false;
    }

    boolean holds(RecordedCard connected) {
        return card.filter(present -> present == connected).isPresent();
    }
}
