package io.github.pscsdk.testkit.card.internal.reader;

import io.github.pscsdk.testkit.card.RecordedCard;

/**
 * The handle of one program for one card. It does not work again after the card was removed, even if it comes back.
 */
record Connection(CardService service, int context, String reader, RecordedCard card) {
    byte[] transmit(byte[] command) throws ScardException {
        return service.transmit(context, reader, card, command);
    }

    void check() throws ScardException {
        service.checkConnected(context, reader, card);
    }

    void disconnect(boolean reset) throws ScardException {
        service.disconnect(context, reader, card, reset);
    }

    @Override
    public String toString() {
        return "Connection[" + reader + "]";
    }
}
