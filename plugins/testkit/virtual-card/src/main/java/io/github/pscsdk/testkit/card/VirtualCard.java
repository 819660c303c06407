package io.github.pscsdk.testkit.card;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.testkit.card.internal.chip.AnswerToReset;
import io.github.pscsdk.testkit.card.internal.chip.Chip;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec.Generation;
import io.github.pscsdk.testkit.card.internal.tls.PersonName.Layout;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.Personas;

/**
 * A CPS in memory: files, codes with their counters, keys and certificates, answering the APDUs of cps-card, section
 * 7, as a T=0 card does. Facts that no source publishes are invented; {@code docs/virtual-card.md} lists them.
 *
 * <p>Tries, codes and free data survive {@link #reset()}; selection, presented codes and the security environment do
 * not. Certificates come from a temporary hierarchy with the names of the IGC-Santé. A card makes its keys when they
 * are first needed, which takes some tenths of a second each.
 *
 * <p>Safe for any thread.
 */
public final class VirtualCard implements SmartCard {
    /** The default code porteur. */
    public static final String CODE = "1234";

    /** The default unlock code. */
    public static final String UNLOCK_CODE = "12345678";

    private final Chip chip;

    VirtualCard(Chip chip) {
        this.chip = chip;
    }

    /** A CPS3 in a reader with contacts. */
    public static VirtualCardBuilder cps3(Persona holder) {
        return new VirtualCardBuilder(Generation.CPS3, holder, Layout.PROFESSIONAL);
    }

    /** The same for an identifier; the name is that of {@link Personas}, or invented. */
    public static VirtualCardBuilder cps3(NationalId holder) {
        return cps3(VirtualCardBuilder.persona(holder));
    }

    /** A CPS4, in a reader with contacts. */
    public static VirtualCardBuilder cps4(Persona holder) {
        return new VirtualCardBuilder(Generation.CPS4, holder, Layout.PROFESSIONAL);
    }

    /** The same for an identifier. */
    public static VirtualCardBuilder cps4(NationalId holder) {
        return cps4(VirtualCardBuilder.persona(holder));
    }

    /** A CPS3 on a contactless reader: no code, no holder, one technical key (cps-card, section 5). */
    public static VirtualCardBuilder contactless() {
        return new VirtualCardBuilder(
                Generation.CPS3_CONTACTLESS, VirtualCardBuilder.persona(Personas.PHARMACIST), Layout.CARD_ALONE);
    }

    /**
     * A CPE, as a CPS3: the card of a member of staff, without a person's name.
     *
     * @param holder structure and register number with a slash between, for example {@code 3760021832/000000018}
     */
    public static VirtualCardBuilder staff(NationalId holder) {
        return new VirtualCardBuilder(Generation.CPS3, VirtualCardBuilder.persona(holder), Layout.SERVICE);
    }

    /** A Carte Vitale, the patient's card: it has an answer to reset and knows no command of a CPS. */
    public static SmartCard vitale() {
        return new ForeignCard(AnswerToReset.ofVitale());
    }

    /** A card of no known kind. */
    public static SmartCard unknown() {
        return new ForeignCard(AnswerToReset.ofUnknown());
    }

    @Override
    public byte[] atr() {
        return chip.answerToReset();
    }

    @Override
    public byte[] transmit(byte[] command) {
        return chip.transmit(command);
    }

    @Override
    public void reset() {
        chip.powerOn();
    }

    /** How many wrong codes porteur block the card; 0 if it is blocked. */
    public int triesLeft() {
        return chip.triesLeft();
    }

    /** Blocks the card, as three wrong codes porteur do; the unlock code unlocks it. */
    public void block() {
        chip.block();
    }

    /** Whether the code porteur was presented since the last reset. A program that connects then may use the keys. */
    public boolean isCodePresented() {
        return chip.isCodePresented();
    }

    /** Whether the card is blocked and cannot be unlocked. */
    public boolean isBlockedForGood() {
        return chip.isBlockedForGood();
    }
}
