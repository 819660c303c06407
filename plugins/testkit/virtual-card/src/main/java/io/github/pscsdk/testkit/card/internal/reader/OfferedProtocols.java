package io.github.pscsdk.testkit.card.internal.reader;

import java.util.ArrayList;
import java.util.List;

/** Reads from an answer to reset which protocols a card offers (ISO 7816-3, section 8.2.3). */
final class OfferedProtocols {
    private static final int DIRECT = 0x3B;
    private static final int INVERSE = 0x3F;
    private static final int NEXT_INDICATOR = 0x80;

    private OfferedProtocols() {}

    /** The protocols in the card's order; empty for an invalid answer to reset. */
    static List<String> of(byte[] atr) {
        if (atr.length < 2 || (atr[0] != DIRECT && atr[0] != INVERSE)) {
            return List.of();
        }
        var offered = new ArrayList<String>();
        var indicator = atr[1] & 0xFF;
        var at = 2;
        while ((indicator & NEXT_INDICATOR) != 0) {
            at += Integer.bitCount(indicator & 0x70);
            if (at >= atr.length) {
                return List.of();
            }
            indicator = atr[at++] & 0xFF;
            var protocol = "T=" + (indicator & 0x0F);
            if (protocol.matches("T=[01]") && !offered.contains(protocol)) {
                offered.add(protocol);
            }
        }
        return offered.isEmpty() ? List.of("T=0") : offered;
    }
}
