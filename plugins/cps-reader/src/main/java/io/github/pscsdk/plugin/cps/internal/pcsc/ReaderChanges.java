package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;

/**
 * Notices what changes at the readers; for one thread. PC/SC's own wait is right about cards, but sees only the readers
 * that it knew when it began, and throws where there is none: so what is plugged in is compared as well.
 */
public final class ReaderChanges {
    private final PcscService service;
    private Optional<CardTerminals> terminals = Optional.empty();
    private Map<String, Boolean> before = Map.of();
    private int losses;

    ReaderChanges(PcscService service) {
        this.service = service;
    }

    /** Whether something changed since the last call or the service was lost; true at the first call. */
    public boolean await(Duration slice) throws PcscUnavailableException, InterruptedException {
        if (terminals.isEmpty()) {
            begin();
            return true;
        }
        var changed = waited(terminals.get(), slice);
        var now = snapshot();
        changed |= !now.equals(before);
        before = now;
        if (losses != service.losses()) {
            terminals = Optional.empty();
        }
        return changed || terminals.isEmpty();
    }

    private void begin() throws PcscUnavailableException {
        before = snapshot();
        losses = service.losses();
        var fresh = service.open();
        try {
            // The first wait only notes the present state; 0 would mean for ever.
            fresh.waitForChange(1);
        } catch (CardException | IllegalStateException e) {
            // No reader, or one that was just lost: the next snapshot tells.
        }
        terminals = Optional.of(fresh);
    }

    private boolean waited(CardTerminals known, Duration slice) throws InterruptedException {
        try {
            return known.waitForChange(slice.toMillis());
        } catch (CardException | IllegalStateException e) {
            if (PcscError.of(e) != PcscError.NO_READERS) {
                terminals = Optional.empty();
            }
            DriverThread.pause(slice);
            return false;
        }
    }

    private Map<String, Boolean> snapshot() throws PcscUnavailableException {
        return service.use(Map.of(), present -> {
            var cards = new TreeMap<String, Boolean>();
            for (var terminal : present.list()) {
                cards.put(terminal.getName(), Reader.hasCard(terminal));
            }
            return cards;
        });
    }
}
