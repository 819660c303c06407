package io.github.pscsdk.plugin.cps.internal.card;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A tag, a length and a value (ISO/IEC 8825-1): definite lengths up to 16 MiB, and nothing else of BER. */
final class Tlv {
    /** Some thousands, in 64 KiB, would take the memory and the stack of the host. */
    private static final int DEEPEST = 16;

    private final int tag;
    private final boolean isConstructed;
    private final byte[] value;

    private Tlv(int tag, boolean isConstructed, byte[] value) {
        this.tag = tag;
        this.isConstructed = isConstructed;
        this.value = value;
    }

    /** The values one after the other; a byte 00 or FF in the place of a tag begins a file's padding. */
    static List<Tlv> all(byte[] bytes) throws CardDataException {
        var found = new ArrayList<Tlv>();
        var at = 0;
        while (at < bytes.length && !isPadding(bytes[at])) {
            var head = Head.at(bytes, at).orElseThrow(() -> new CardDataException("a value is cut off"));
            if (head.end() > bytes.length) {
                throw new CardDataException("a value is longer than the rest");
            }
            found.add(
                    new Tlv(head.tag(), (bytes[at] & 0x20) != 0, Arrays.copyOfRange(bytes, head.start(), head.end())));
            at = head.end();
        }
        return found;
    }

    /** How many bytes the values take, as far as known; empty where the next tag is not there yet. */
    static OptionalInt extent(byte[] beginning) throws CardDataException {
        var at = 0;
        while (at < beginning.length) {
            if (isPadding(beginning[at])) {
                return OptionalInt.of(at);
            }
            var head = Head.at(beginning, at);
            if (head.isEmpty() || head.get().end() > beginning.length) {
                return head.map(Head::end).map(OptionalInt::of).orElse(OptionalInt.empty());
            }
            at = head.get().end();
        }
        return OptionalInt.empty();
    }

    /** The same for the first value alone, padding or not. */
    static OptionalInt extentOfFirst(byte[] beginning) throws CardDataException {
        var head = beginning.length == 0 ? Optional.<Head>empty() : Head.at(beginning, 0);
        return head.isPresent() ? OptionalInt.of(head.get().end()) : OptionalInt.empty();
    }

    private static boolean isPadding(byte tag) {
        return tag == 0x00 || tag == (byte) 0xFF;
    }

    int tag() {
        return tag;
    }

    byte[] value() {
        return value.clone();
    }

    List<Tlv> children() throws CardDataException {
        return all(value);
    }

    /** The first value inside with that tag; with several, the first one inside that, and so on. */
    Optional<Tlv> child(int... tags) throws CardDataException {
        var found = Optional.of(this);
        for (var tag : tags) {
            found = found.isEmpty()
                    ? found
                    : found.get().children().stream()
                            .filter(child -> child.tag == tag)
                            .findFirst();
        }
        return found;
    }

    /** This value and all those within. A primitive one has none within. */
    Stream<Tlv> deep() throws CardDataException {
        return deep(DEEPEST).stream();
    }

    private List<Tlv> deep(int levels) throws CardDataException {
        if (levels == 0) {
            throw new CardDataException("values within each other, deeper than any card has them");
        }
        var all = new ArrayList<Tlv>(List.of(this));
        if (isConstructed) {
            for (var child : children()) {
                all.addAll(child.deep(levels - 1));
            }
        }
        return all;
    }

    /** The tag and the size: values may be personal. */
    @Override
    public String toString() {
        return "Tlv[" + Integer.toHexString(tag) + ", " + value.length + " bytes]";
    }

    /** The tag with all its bytes, and where a value begins and ends (exclusive). */
    private record Head(int tag, int start, int end) {
        private static final int LONGEST_TAG = 3;
        private static final int LONGEST_LENGTH = 3;

        /** Reads tag and length; empty where the bytes end before that. */
        static Optional<Head> at(byte[] bytes, int from) throws CardDataException {
            var tagEnd = endOfTag(bytes, from);
            if (tagEnd >= bytes.length) {
                return Optional.empty();
            }
            var first = bytes[tagEnd] & 0xFF;
            var count = first < 0x80 ? 0 : first & 0x7F;
            if (first == 0x80 || count > LONGEST_LENGTH) {
                throw new CardDataException("a length that no card uses");
            }
            var start = tagEnd + 1 + count;
            if (start > bytes.length) {
                return Optional.empty();
            }
            var length = count == 0 ? first : number(bytes, tagEnd + 1, start);
            return Optional.of(new Head(number(bytes, from, tagEnd), start, start + length));
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
            return new BigInteger(1, Arrays.copyOfRange(bytes, from, to)).intValue();
        }
    }
}
