package io.github.pscsdk.testkit.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.internal.chip.CardCodes;
import io.github.pscsdk.testkit.card.internal.chip.Chip;
import io.github.pscsdk.testkit.card.internal.chip.Generation;
import io.github.pscsdk.testkit.card.internal.crypto.PersonName.Layout;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.HexFormat;

/**
 * A CPS in memory, answering the APDUs of cps-card, section 7; {@code docs/virtual-card.md} lists the invented facts.
 *
 * <p>Tries survive {@link #reset()}; selection, presented codes and the security environment do not. Certificates have
 * the names of the IGC-Santé; keys are made when first needed. Safe for any thread.
 */
public final class VirtualCard implements SmartCard {
    /** The code porteur. */
    public static final String CODE = "1234";

    private final Generation generation;
    private final Chip chip;
    private final CardCodes codes;

    VirtualCard(Generation generation, Chip chip, CardCodes codes) {
        this.generation = generation;
        this.chip = chip;
        this.codes = codes;
    }

    /** A CPS3 in a reader with contacts; the name is that of {@link Personas}, or invented. */
    public static VirtualCardBuilder cps3(NationalId holder) {
        return new VirtualCardBuilder(Generation.CPS3, holder, Layout.PROFESSIONAL);
    }

    /** A CPS4, in a reader with contacts. */
    public static VirtualCardBuilder cps4(NationalId holder) {
        return new VirtualCardBuilder(Generation.CPS4, holder, Layout.PROFESSIONAL);
    }

    /** A CPS3 on a contactless reader: no code, no holder, one technical key (cps-card, section 5). */
    public static VirtualCardBuilder contactless() {
        return new VirtualCardBuilder(Generation.CPS3_CONTACTLESS, Personas.PHARMACIST, Layout.CARD_ALONE);
    }

    /** A CPE, as a CPS3, without a name: structure and register number, such as {@code 3760021832/000000018}. */
    public static VirtualCardBuilder staff(NationalId holder) {
        return new VirtualCardBuilder(Generation.CPS3, holder, Layout.SERVICE);
    }

    /** A Carte Vitale, the patient's card: it has an answer to reset and knows no command of a CPS. */
    public static SmartCard vitale() {
        return new ForeignCard("3B751300004409EA9000");
    }

    /** A card of no known kind, with eight historical bytes without a meaning. */
    public static SmartCard unknown() {
        return new ForeignCard("3B6800004649435449564530");
    }

    /** A card that is no CPS: it refuses every command, and finds no application. */
    private record ForeignCard(String digits) implements SmartCard {
        private static final byte SELECT = (byte) 0xA4;

        @Override
        public byte[] atr() {
            return HexFormat.of().parseHex(digits);
        }

        @Override
        public byte[] transmit(byte[] command) {
            return HexFormat.of().parseHex(command.length > 1 && command[1] == SELECT ? "6A82" : "6E00");
        }

        @Override
        public void reset() {
            // It remembers nothing.
        }
    }

    @Override
    public byte[] atr() {
        return generation.answerToReset();
    }

    @Override
    public synchronized byte[] transmit(byte[] command) {
        return chip.transmit(command);
    }

    @Override
    public synchronized void reset() {
        chip.powerOn();
    }

    /** How many wrong codes porteur block the card; 0 if it is blocked. */
    public synchronized int triesLeft() {
        return codes.triesLeft();
    }

    /** Blocks the card, as three wrong codes porteur do. */
    public synchronized void block() {
        codes.block();
    }

    /** Whether the code porteur was presented since the last reset. A program that connects then may use the keys. */
    public synchronized boolean isCodePresented() {
        return codes.isPresented();
    }
}
