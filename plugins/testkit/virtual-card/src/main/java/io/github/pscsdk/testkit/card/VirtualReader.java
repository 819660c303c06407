package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.CardService.Slot;

/**
 * One reader of {@link VirtualReaders}. Inserts and removes cards. Every call throws {@link IllegalStateException}
 * while the reader is unplugged.
 */
public final class VirtualReader {
    private final CardService service;
    private final String name;

    VirtualReader(CardService service, String name) {
        this.service = service;
        this.name = name;
    }

    /** The name of the terminal. */
    public String name() {
        return name;
    }

    /**
     * Inserts a card and powers it on.
     *
     * @throws IllegalStateException if a card is inserted
     */
    public VirtualReader insert(SmartCard card) {
        service.change(name, slot -> slot.insert(card));
        return this;
    }

    /** Removes the card, if there is one. */
    public void remove() {
        service.change(name, Slot::remove);
    }

    /** Removes the card and inserts this one, faster than a program can notice. */
    public void blink(SmartCard card) {
        service.change(name, slot -> {
            slot.remove();
            slot.insert(card);
        });
    }

    /** Unplugs the reader with its card. */
    public void unplug() {
        service.unplug(name);
    }

    /**
     * Simulates another process with exclusive access: a program that connects gets
     * {@code SCARD_E_SHARING_VIOLATION}.
     *
     * @return ends the exclusive access when closed
     * @throws IllegalStateException if a program is connected, because the other process would be refused
     */
    public Hold heldByAnotherProcess() {
        service.change(name, Slot::take);
        return () -> service.giveBack(name);
    }

    /**
     * The masked exchanges with the card that was inserted last.
     *
     * @throws IllegalStateException if no card was ever inserted
     */
    public ApduTrace trace() {
        return service.trace(name).orElseThrow(() -> new IllegalStateException("no card was ever inserted"));
    }

    /** The exclusive access of the other process, until it is closed. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
