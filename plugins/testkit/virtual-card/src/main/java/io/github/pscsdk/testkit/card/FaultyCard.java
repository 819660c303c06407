package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.List;

/**
 * A card with scripted faults. The first fault whose pattern matches applies; otherwise the card answers. Safe for
 * any thread. Write the script before the card is inserted.
 */
public final class FaultyCard implements SmartCard {
    private final SmartCard card;
    private final byte[] atr;
    private final List<Entry> script;

    /** A fault with the count of the commands that matched. */
    private static final class Entry {
        private final CommandPattern pattern;
        private final CardFault fault;
        private int seen;

        Entry(CommandPattern pattern, CardFault fault) {
            this.pattern = pattern;
            this.fault = fault;
        }

        boolean strikes(byte[] command) {
            if (!pattern.matches(command)) {
                return false;
            }
            seen++;
            return pattern.number() == 0 || pattern.number() == seen;
        }
    }

    private FaultyCard(SmartCard card, byte[] atr, List<Entry> script) {
        this.card = card;
        this.atr = atr;
        this.script = script;
    }

    /** A card without a fault. */
    public static FaultyCard of(SmartCard card) {
        return new FaultyCard(card, card.atr(), List.of());
    }

    /** A copy with one more fault. */
    public FaultyCard with(CommandPattern pattern, CardFault fault) {
        var longer = new ArrayList<>(script);
        longer.add(new Entry(pattern, fault));
        return new FaultyCard(card, atr, List.copyOf(longer));
    }

    /** A copy with another answer to reset, for instance an invalid one. */
    public FaultyCard withAtr(byte[] other) {
        return new FaultyCard(card, other.clone(), script);
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardWithdrawnException {
        var fault = struck(command);
        return fault.answer(card, command);
    }

    private synchronized CardFault struck(byte[] command) {
        CardFault struck = SmartCard::transmit;
        for (var i = script.size() - 1; i >= 0; i--) {
            if (script.get(i).strikes(command)) {
                struck = script.get(i).fault;
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
