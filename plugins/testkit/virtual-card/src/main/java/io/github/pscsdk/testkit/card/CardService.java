package io.github.pscsdk.testkit.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A PC/SC service in memory; a terminal factory is one connection to it, which does not survive a restart. Safe for any
 * thread, except a card and its channel.
 */
final class CardService {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();
    private boolean isRunning = true;
    private int context;

    /** Whether a card is in a reader, and how often one came or went: a card put back differs from one that stayed. */
    record SlotState(boolean isPresent, int events) {
        /** The state before the first look, and of a reader that was unplugged. */
        static final SlotState UNAWARE = new SlotState(false, -1);
    }

    /** One reader, which the service guards. */
    static final class Slot {
        private Optional<SmartCard> card = Optional.empty();
        private Optional<ApduTrace> trace = Optional.empty();
        private int events;
        private int connections;
        private boolean isTaken;

        SlotState state() {
            return new SlotState(card.isPresent(), events);
        }

        void insert(SmartCard inserted) {
            if (card.isPresent()) {
                throw new IllegalStateException("there is a card in this reader");
            }
            inserted.reset();
            var recording = new ApduTrace();
            card = Optional.of(inserted.onEach(recording::exchange));
            trace = Optional.of(recording);
            events++;
        }

        void remove() {
            card.ifPresent(SmartCard::powerOff);
            events += card.isPresent() ? 1 : 0;
            card = Optional.empty();
            connections = 0;
        }

        /** Connects; a second exclusive connection, or a shared one beside it, is refused. */
        SmartCard connect(boolean exclusively) throws ScardException {
            var present = card.orElseThrow(() -> new ScardException(ScardException.NO_CARD));
            if (isTaken || exclusively && connections > 0) {
                throw new ScardException(ScardException.SHARING_VIOLATION);
            }
            connections++;
            isTaken = exclusively;
            return present;
        }

        void disconnect(SmartCard connected, boolean reset) {
            if (holds(connected)) {
                connections--;
                isTaken = false;
                if (reset) {
                    connected.reset();
                }
            }
        }

        void take() {
            if (connections > 0 || isTaken) {
                throw new IllegalStateException("the card is connected: nobody else can have it to himself");
            }
            isTaken = true;
        }

        boolean holds(SmartCard connected) {
            return card.filter(present -> present == connected).isPresent();
        }
    }

    // Events at the readers -----------------------------------------------------------------------------------

    synchronized void plug(String name) {
        if (slots.putIfAbsent(name, new Slot()) != null) {
            throw new IllegalStateException("a reader of that name is plugged in");
        }
        notifyAll();
    }

    synchronized void unplug(String name) {
        known(name).remove();
        slots.remove(name);
        notifyAll();
    }

    /** Changes a reader at once: a program that waits sees one change. */
    synchronized void change(String name, Consumer<Slot> change) {
        change.accept(known(name));
        notifyAll();
    }

    synchronized void giveBack(String name) {
        Optional.ofNullable(slots.get(name)).ifPresent(slot -> slot.isTaken = false);
    }

    synchronized Optional<List<String>> trace(String name) {
        return known(name).trace.map(ApduTrace::lines);
    }

    /** Stops the service. Every call fails until it is started again; with a context from before, for ever. */
    synchronized void stop() {
        isRunning = false;
        context++;
        terminals.clear();
        notifyAll();
    }

    synchronized void start() {
        isRunning = true;
    }

    private Slot known(String name) {
        return Optional.ofNullable(slots.get(name))
                .orElseThrow(() -> new IllegalStateException("no such reader is plugged in"));
    }

    // Calls of programs ---------------------------------------------------------------------------------------------

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
        return slot(caller, name, ScardException.UNKNOWN_READER).state();
    }

    private Slot slot(int caller, String name, String failure) throws ScardException {
        check(caller);
        return Optional.ofNullable(slots.get(name)).orElseThrow(() -> new ScardException(failure));
    }

    /** Waits, 0 for ever, until a reader's state differs. An interrupt does not end it, as with PC/SC. */
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
        for (var name : of.keySet()) {
            var slot = Optional.ofNullable(slots.get(name));
            states.put(name, slot.map(Slot::state).orElse(SlotState.UNAWARE));
        }
        return states;
    }

    synchronized SmartCard connect(int caller, String name, boolean exclusively) throws ScardException {
        return slot(caller, name, ScardException.UNKNOWN_READER).connect(exclusively);
    }

    synchronized void disconnect(int caller, String name, SmartCard card, boolean reset) throws ScardException {
        check(caller);
        Optional.ofNullable(slots.get(name)).ifPresent(slot -> slot.disconnect(card, reset));
    }

    synchronized void checkConnected(int caller, String name, SmartCard card) throws ScardException {
        if (!slot(caller, name, ScardException.READER_UNAVAILABLE).holds(card)) {
            throw new ScardException(ScardException.REMOVED);
        }
    }

    /** Holds no lock while the card works, so that other readers can be used and this one removed. */
    byte[] transmit(int caller, String name, SmartCard card, byte[] command) throws ScardException {
        checkConnected(caller, name, card);
        try {
            var response = card.transmit(command);
            checkConnected(caller, name, card);
            return response;
        } catch (CardRemovedException e) {
            change(name, Slot::remove);
            throw new ScardException(ScardException.REMOVED);
        }
    }
}
