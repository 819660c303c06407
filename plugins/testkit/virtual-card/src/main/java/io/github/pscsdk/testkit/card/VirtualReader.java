package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.CardService.Slot;
import java.util.List;

/** One reader of {@link VirtualReaders}. Every call throws {@link IllegalStateException} while it is unplugged. */
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

    /** Inserts a card and powers it on; throws {@link IllegalStateException} if one is inserted. */
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
     * Another process with exclusive access: programs get {@code SCARD_E_SHARING_VIOLATION}.
     *
     * @return gives the card back
     * @throws IllegalStateException if a program is connected
     */
    public Runnable heldByAnotherProcess() {
        service.change(name, Slot::take);
        return () -> service.giveBack(name);
    }

    /**
     * The exchanges with the card inserted last, each the command in hexadecimal, without data that may be a code, a
     * blank and the status word, which is empty if the card was pulled out; throws if no card was ever inserted.
     */
    public List<String> trace() {
        return service.trace(name).orElseThrow(() -> new IllegalStateException("no card was ever inserted"));
    }
}
