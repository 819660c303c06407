package io.github.pscsdk.testkit.card.internal.reader;

import io.github.pscsdk.testkit.card.ApduTrace;
import io.github.pscsdk.testkit.card.CardWithdrawnException;
import io.github.pscsdk.testkit.card.RecordedCard;
import io.github.pscsdk.testkit.card.SmartCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PC/SC service in memory: holds readers and cards, and wakes programs that wait for a change. */
public final class CardService {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();
    private boolean isRunning = true;
    private int context;

    // What happens to the readers -----------------------------------------------------------------------------------

    /** Plugs a reader in. */
    public synchronized void plug(String name) {
        if (slots.putIfAbsent(name, new Slot(name)) != null) {
            throw new IllegalStateException("a reader of that name is plugged in");
        }
        notifyAll();
    }

    /** Unplugs a reader with its card. */
    public synchronized void unplug(String name) {
        known(name).remove();
        slots.remove(name);
        notifyAll();
    }

    /** Inserts a card. */
    public synchronized void insert(String name, SmartCard card) {
        known(name).insert(card);
        notifyAll();
    }

    /** Removes the card. */
    public synchronized void remove(String name) {
        known(name).remove();
        notifyAll();
    }

    /** Removes the card and inserts it again at once: a waiting program sees one change, and the card still there. */
    public synchronized void blink(String name, SmartCard card) {
        known(name).remove();
        known(name).insert(card);
        notifyAll();
    }

    /** Simulates another program with exclusive access. */
    public synchronized void take(String name) {
        known(name).take();
    }

    /** Ends the exclusive access. */
    public synchronized void giveBack(String name) {
        Optional.ofNullable(slots.get(name)).ifPresent(Slot::giveBack);
    }

    /** The exchanges with the card that was inserted last. */
    public synchronized Optional<ApduTrace> trace(String name) {
        return known(name).trace();
    }

    /** Stops the service. Every call fails until it is started again; with a context from before, for ever. */
    public synchronized void stop() {
        isRunning = false;
        context++;
        terminals.clear();
        notifyAll();
    }

    /** Starts again. */
    public synchronized void start() {
        isRunning = true;
    }

    private Slot known(String name) {
        return Optional.ofNullable(slots.get(name))
                .orElseThrow(() -> new IllegalStateException("no such reader is plugged in"));
    }

    // What programs ask ---------------------------------------------------------------------------------------------

    synchronized int establish() throws ScardException {
        check(context);
        return context;
    }

    private void check(int caller) throws ScardException {
        if (!isRunning || caller != context) {
            throw new ScardException(ScardException.NO_SERVICE);
        }
    }

    synchronized List<Terminal> list(int caller) throws ScardException {
        check(caller);
        if (slots.isEmpty()) {
            throw new ScardException(ScardException.NO_READERS);
        }
        return slots.keySet().stream()
                .map(name -> terminals.computeIfAbsent(name, fresh -> new Terminal(this, caller, fresh)))
                .toList();
    }

    synchronized SlotState state(int caller, String name) throws ScardException {
        return slot(caller, name).state();
    }

    private Slot slot(int caller, String name) throws ScardException {
        check(caller);
        var slot = slots.get(name);
        if (slot == null) {
            throw new ScardException(ScardException.UNKNOWN_READER);
        }
        return slot;
    }

    /**
     * Waits until the state of a reader differs from the known one. An interrupt does not end the wait, as with
     * PC/SC.
     *
     * @param millis 0 waits for ever
     */
    synchronized Map<String, SlotState> await(int caller, long millis, Map<String, SlotState> known)
            throws ScardException {
        check(caller);
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        var wasInterrupted = false;
        try {
            for (var now = states(known); now.equals(known); now = states(known)) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis > 0 && left <= 0) {
                    throw new ScardException(ScardException.TIMEOUT);
                }
                try {
                    wait(millis == 0 ? 0 : left);
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
                if (!isRunning || caller != context) {
                    throw new ScardException(ScardException.SERVICE_ENDED_WHILE_WAITING);
                }
            }
            return states(known);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Map<String, SlotState> states(Map<String, SlotState> of) {
        var states = new LinkedHashMap<String, SlotState>();
        of.keySet()
                .forEach(name -> states.put(
                        name,
                        Optional.ofNullable(slots.get(name)).map(Slot::state).orElse(SlotState.UNAWARE)));
        return states;
    }

    synchronized RecordedCard connect(int caller, String name, boolean exclusively) throws ScardException {
        return slot(caller, name).connect(exclusively);
    }

    synchronized void disconnect(int caller, String name, RecordedCard card, boolean reset) throws ScardException {
        check(caller);
        Optional.ofNullable(slots.get(name)).ifPresent(slot -> slot.disconnect(card, reset));
    }

    synchronized void checkConnected(int caller, String name, RecordedCard card) throws ScardException {
        check(caller);
        var slot = slots.get(name);
        if (slot == null) {
            throw new ScardException(ScardException.READER_UNAVAILABLE);
        }
        if (!slot.holds(card)) {
            throw new ScardException(ScardException.REMOVED);
        }
    }

    /** Holds no lock while the card works, so that other readers can be used and this one removed. */
    byte[] transmit(int caller, String name, RecordedCard card, byte[] command) throws ScardException {
        checkConnected(caller, name, card);
        try {
            var response = card.transmit(command);
            checkConnected(caller, name, card);
            return response;
        } catch (CardWithdrawnException e) {
            remove(name);
            throw new ScardException(ScardException.REMOVED);
        }
    }
}
