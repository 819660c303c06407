package io.github.pscsdk.testkit.card.internal.reader;

import java.util.Locale;

/**
 * The options of a program that connects.
 *
 * @param isExclusive whether no other program may use the card
 * @param wanted {@code *}, {@code T=0} or {@code T=1}
 */
record ConnectMode(boolean isExclusive, String wanted) {
    private static final String EXCLUSIVE = "EXCLUSIVE;";

    static ConnectMode of(String protocol) {
        var upper = protocol.toUpperCase(Locale.ROOT);
        var isExclusive = upper.startsWith(EXCLUSIVE);
        var wanted = isExclusive ? upper.substring(EXCLUSIVE.length()) : upper;
        if (!wanted.matches("\\*|T=[01]")) {
            throw new IllegalArgumentException("Unsupported protocol " + protocol);
        }
        return new ConnectMode(isExclusive, wanted);
    }

    /** The protocol that reader and card agree on: the first one that the card offers, if the program leaves the choice. */
    String protocol(byte[] atr) throws ScardException {
        var offered = OfferedProtocols.of(atr);
        if (offered.isEmpty()) {
            throw new ScardException(ScardException.UNRESPONSIVE);
        }
        if (wanted.equals("*")) {
            return offered.get(0);
        }
        if (!offered.contains(wanted)) {
            throw new ScardException(ScardException.PROTOCOL_MISMATCH);
        }
        return wanted;
    }
}
