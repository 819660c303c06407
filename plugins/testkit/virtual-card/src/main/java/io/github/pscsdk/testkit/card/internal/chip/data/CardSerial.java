package io.github.pscsdk.testkit.card.internal.chip.data;

/** EF.SN.ICC: the issuer of the cards, the number of the card and a Luhn digit in BCD (cps-card, section 4). */
public final class CardSerial {
    private static final String ISSUER = "8025000001";

    private CardSerial() {}

    public static byte[] file(String number) {
        return Tlv.of(0x5A, Hex.bytes(digits(number) + "F"));
    }

    /** The 19 digits of a card number of eight. */
    public static String digits(String number) {
        var body = ISSUER + number;
        return body + luhn(body);
    }

    private static int luhn(String body) {
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            var digit = body.charAt(body.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
