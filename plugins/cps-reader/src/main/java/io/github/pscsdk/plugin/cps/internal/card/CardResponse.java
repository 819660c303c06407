package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;

/** A card's answer, taken apart. */
final class CardResponse {
    private final byte[] data;
    private final int statusWord;

    private CardResponse(byte[] data, int statusWord) {
        this.data = data;
        this.statusWord = statusWord;
    }

    static CardResponse of(byte[] response) throws CardAccessException {
        if (response.length < 2) {
            // A card that says nothing at all is one that has just been pulled.
            throw new CardAccessException(CardAccessException.Reason.REMOVED, null);
        }
        var length = response.length - 2;
        var statusWord = (response[length] & 0xFF) << 8 | response[length + 1] & 0xFF;
        return new CardResponse(Arrays.copyOf(response, length), statusWord);
    }

    byte[] data() {
        return data;
    }

    int statusWord() {
        return statusWord;
    }

    boolean isOk() {
        return statusWord == StatusWord.OK;
    }

    /** This answer's data, then the other's, with the other's status. */
    CardResponse then(CardResponse next) {
        var all = Arrays.copyOf(data, data.length + next.data.length);
        System.arraycopy(next.data, 0, all, data.length, next.data.length);
        return new CardResponse(all, next.statusWord);
    }
}
