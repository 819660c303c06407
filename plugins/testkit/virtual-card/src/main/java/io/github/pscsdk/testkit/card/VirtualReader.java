package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.reader.CardService;

/** One reader of {@link VirtualReaders}, and the hand that puts cards in. Every call throws {@link IllegalStateException} while it is unplugged. */
public final class VirtualReader {
    private final CardService service;
    private final String name;

    VirtualReader(CardService service, String name) {
        this.service = service;
        this.name = name;
    }

    /** What the terminal is called. */
    public String name() {
        return name;
    }

    /**
     * Puts a card in, and powers it on.
     *
     * @throws IllegalStateException if there is one
     */
    public VirtualReader insert(SmartCard card) {
        service.insert(name, card);
        return this;
    }

    /** Pulls the card out, if there is one. */
    public void remove() {
        service.remove(name);
    }

    /** Pulls the card out and puts this one in, faster than anybody can look. */
    public void blink(SmartCard card) {
        service.blink(name, card);
    }

    /** Pulls the reader out, with its card. */
    public void unplug() {
        service.unplug(name);
    }

    /**
     * Lets another process have the card to itself: whoever connects meanwhile gets {@code SCARD_E_SHARING_VIOLATION}.
     *
     * @return ends that
     * @throws IllegalStateException if somebody is connected: the other process would be refused
     */
    public Hold heldByAnotherProcess() {
        service.take(name);
        return () -> service.giveBack(name);
    }

    /**
     * What was said, masked, to the card that was inserted last.
     *
     * @throws IllegalStateException if there never was one
     */
    public ApduTrace trace() {
        return service.trace(name).orElseThrow(() -> new IllegalStateException("no card was ever inserted"));
    }

    /** The other process has the card until this is closed. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
