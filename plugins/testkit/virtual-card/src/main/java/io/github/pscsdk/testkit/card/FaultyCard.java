package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A card with scripted faults. The first fault that strikes a command applies; otherwise the card answers. Safe for
 * any thread. Write the script before the card is inserted.
 */
public final class FaultyCard implements SmartCard {
    private final SmartCard card;
    private final List<Entry> script;

    /** A fault of one exchange. */
    @FunctionalInterface
    public interface Fault {
        /** Answers instead of the card; throws if the fault is a removal. */
        byte[] answer(SmartCard card, byte[] command) throws CardWithdrawnException;
    }

    private record Entry(Predicate<byte[]> strikes, Fault fault) {}

    private FaultyCard(SmartCard card, List<Entry> script) {
        this.card = card;
        this.script = script;
    }

    /** A card without a fault. */
    public static FaultyCard of(SmartCard card) {
        return new FaultyCard(card, List.of());
    }

    /** A copy in which the fault strikes every command. */
    public FaultyCard onEach(Fault fault) {
        return with(command -> true, fault);
    }

    /** A copy in which the fault strikes the nth command, from 1. */
    public FaultyCard onNth(int number, Fault fault) {
        var seen = new AtomicInteger();
        return with(command -> seen.incrementAndGet() == number, fault);
    }

    /** A copy in which the fault strikes every command with that instruction byte. */
    public FaultyCard on(int instruction, Fault fault) {
        return with(command -> command.length > 1 && (command[1] & 0xFF) == instruction, fault);
    }

    private FaultyCard with(Predicate<byte[]> strikes, Fault fault) {
        var longer = new ArrayList<>(script);
        longer.add(new Entry(strikes, fault));
        return new FaultyCard(card, List.copyOf(longer));
    }

    /** This status word and no data; the card does not receive the command. */
    public static Fault status(int word) {
        return (card, command) -> new byte[] {(byte) (word >>> 8), (byte) word};
    }

    /** The card is pulled out while it answers. */
    public static Fault removal() {
        return (card, command) -> {
            card.transmit(command);
            throw new CardWithdrawnException();
        };
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardWithdrawnException {
        return struck(command).answer(card, command);
    }

    /** Asks every entry, the first one last, since some count. */
    private synchronized Fault struck(byte[] command) {
        Fault struck = SmartCard::transmit;
        for (var i = script.size() - 1; i >= 0; i--) {
            if (script.get(i).strikes().test(command)) {
                struck = script.get(i).fault();
            }
        }
        return struck;
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }
}
