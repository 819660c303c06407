package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import io.github.pscsdk.testkit.card.internal.chip.key.CardKey;
import io.github.pscsdk.testkit.card.internal.chip.key.Digest;
import io.github.pscsdk.testkit.card.internal.chip.key.HashState;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key operations of a CPS3: INTERNAL AUTHENTICATE with the first key, PSO with the second (cps-card, sections 5
 * and 7).
 */
final class Cps3Keys {
    /** The reference of the authentication key: invented. The directory of keys on the card holds the references. */
    public static final int AUTHENTICATION = 0x82;

    public static final int SIGNATURE = 0x81;

    private static final int TEMPLATE_AUTHENTICATION = 0xA4;
    private static final int TEMPLATE_HASH = 0xAA;
    private static final int TEMPLATE_SIGNATURE = 0xB6;

    private static final int ALGORITHM = 0x80;
    private static final int KEY = 0x84;
    private static final int HASH_SHA256 = 0x40;
    private static final int HASH_SHA1 = 0x10;
    private static final int BLOCK = 64;
    private static final int BIT_LENGTH = 8;
    private static final int SIGN_SHA256 = 0x42;
    private static final int SIGN_SHA1 = 0x12;

    private static final int HASH = 0x90A0;
    private static final int COMPUTE_SIGNATURE = 0x9E9A;

    private final KeyRing keys;
    private final Codes codes;
    private final boolean hasContacts;
    private final SecurityEnvironment environment = new SecurityEnvironment();
    private Optional<byte[]> hashed = Optional.empty();

    Cps3Keys(KeyRing keys, Codes codes, boolean hasContacts) {
        this.keys = keys;
        this.codes = codes;
        this.hasContacts = hasContacts;
    }

    public void powerOn() {
        environment.forget();
        hashed = Optional.empty();
    }

    Response setEnvironment(Command command) {
        return environment.set(command);
    }

    public Response authenticate(Command command) {
        if (!isSet(TEMPLATE_AUTHENTICATION, KEY, AUTHENTICATION)) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (isLocked()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        return command.hasData() && command.data().length <= CardKey.LONGEST_INPUT
                ? Response.ok(keys.authentication().signPadded(command.data()))
                : Response.of(StatusWord.WRONG_LENGTH);
    }

    Response perform(Command command) {
        return switch (command.p1p2()) {
            case HASH -> hash(command.data());
            case COMPUTE_SIGNATURE -> sign(command.data());
            default -> Response.of(StatusWord.WRONG_P1P2);
        };
    }

    /** {@code 90}: state and bit length so far, empty for a message of one block at most; {@code 80}: the last block. */
    private Response hash(byte[] data) {
        var state = Tlv.find(data, 0x90);
        var rest = Tlv.find(data, 0x80).filter(value -> value.length <= BLOCK);
        if (state.isEmpty() || rest.isEmpty()) {
            return Response.of(StatusWord.WRONG_DATA);
        }
        var digest = environment.value(TEMPLATE_HASH, ALGORITHM).flatMap(Cps3Keys::hashing);
        if (digest.isEmpty()) {
            return Response.of(StatusWord.CONDITIONS);
        }
        var length = digest.get().length();
        if (state.get().length == 0) {
            hashed = Optional.of(digest.get().fresh().digest(rest.get()));
        } else if (state.get().length == length + BIT_LENGTH) {
            var bits = ByteBuffer.wrap(state.get()).getLong(length);
            hashed = Optional.of(HashState.finish(digest.get(), Arrays.copyOf(state.get(), length), bits, rest.get()));
        } else {
            return Response.of(StatusWord.WRONG_DATA);
        }
        return Response.OK;
    }

    private static Optional<Digest> hashing(int algorithm) {
        return switch (algorithm) {
            case HASH_SHA1 -> Optional.of(Digest.SHA1);
            case HASH_SHA256 -> Optional.of(Digest.SHA256);
            default -> Optional.empty();
        };
    }

    private Response sign(byte[] given) {
        if (!hasContacts) {
            return Response.of(StatusWord.NO_SUCH_REFERENCE);
        }
        var digest = environment.value(TEMPLATE_SIGNATURE, ALGORITHM).flatMap(Cps3Keys::digest);
        if (digest.isEmpty() || !isSet(TEMPLATE_SIGNATURE, KEY, SIGNATURE)) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (isLocked()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        var hash = given.length > 0 ? given : hashed.orElse(new byte[0]);
        hashed = Optional.empty();
        return hash.length == digest.get().length()
                ? Response.ok(keys.signature().signPadded(digest.get().info(hash)))
                : Response.of(given.length > 0 ? StatusWord.WRONG_DATA : StatusWord.CONDITIONS);
    }

    private static Optional<Digest> digest(int algorithm) {
        return switch (algorithm) {
            case SIGN_SHA1 -> Optional.of(Digest.SHA1);
            case SIGN_SHA256 -> Optional.of(Digest.SHA256);
            default -> Optional.empty();
        };
    }

    private boolean isSet(int template, int tag, int expected) {
        return environment
                .value(template, tag)
                .filter(value -> value == expected)
                .isPresent();
    }

    /**
     * Whether the code is still needed. Without contacts there is no code (cps-card, section 5): the technical key
     * works at once.
     */
    private boolean isLocked() {
        return hasContacts && !codes.isPresented();
    }
}
