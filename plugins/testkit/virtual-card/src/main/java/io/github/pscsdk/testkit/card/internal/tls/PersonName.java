package io.github.pscsdk.testkit.card.internal.tls;

import java.util.List;

/**
 * The holder of a card, as its certificates name them (cps-card, section 8).
 *
 * @param identifier the national identifier, with a slash for staff
 * @param familyName empty for a service card
 * @param givenNames may be empty
 * @param title the label of the profession
 * @param layout which attributes the name consists of
 */
public record PersonName(String identifier, String familyName, List<String> givenNames, String title, Layout layout) {
    /** Layouts in the field. */
    public enum Layout {
        /** {@code title} beside the RDN of {@code GN}, {@code SN} and {@code CN}. */
        PROFESSIONAL,
        /** Of the former IGC-CPS: the profession is an {@code OU}, and {@code CN} lacks the prefix of the register. */
        OLDER,
        /** Staff without a human name: {@code pseudonym}, and a {@code CN} of structure and register number. */
        SERVICE,
        /** A key of the card itself, without a holder (contactless); invented. */
        CARD_ALONE
    }

    public PersonName {
        givenNames = List.copyOf(givenNames);
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "PersonName[" + layout + "]";
    }
}
