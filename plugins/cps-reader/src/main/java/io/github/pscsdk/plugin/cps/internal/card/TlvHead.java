package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Optional;

/**
 * Where a value begins and ends.
 *
 * @param tag all its bytes
 * @param start the first byte of the value
 * @param end the byte after the last
 */
record TlvHead(int tag, int start, int end) {
    private static final int LONGEST_TAG = 3;
    private static final int LONGEST_LENGTH = 3;

    /** Reads tag and length; empty where the bytes end before that. */
    static Optional<TlvHead> at(byte[] bytes, int from) throws CardDataException {
        var tagEnd = endOfTag(bytes, from);
        if (tagEnd >= bytes.length) {
            return Optional.empty();
        }
        var first = bytes[tagEnd] & 0xFF;
        if (first < 0x80) {
            return Optional.of(new TlvHead(number(bytes, from, tagEnd), tagEnd + 1, tagEnd + 1 + first));
        }
        var count = first & 0x7F;
        if (count == 0 || count > LONGEST_LENGTH) {
            throw new CardDataException("a length that no card uses");
        }
        var start = tagEnd + 1 + count;
        if (start > bytes.length) {
            return Optional.empty();
        }
        return Optional.of(new TlvHead(number(bytes, from, tagEnd), start, start + number(bytes, tagEnd + 1, start)));
    }

    private static int endOfTag(byte[] bytes, int from) throws CardDataException {
        var end = from + 1;
        if ((bytes[from] & 0x1F) == 0x1F) {
            while (end < bytes.length && (bytes[end] & 0x80) != 0) {
                end++;
            }
            end++;
        }
        if (end - from > LONGEST_TAG) {
            throw new CardDataException("a tag that no card uses");
        }
        return end;
    }

    private static int number(byte[] bytes, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
