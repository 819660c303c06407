package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.crypto.CardKey;
import io.github.pscsdk.testkit.card.internal.crypto.Digest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The key operations (cps-card, sections 5 and 7): a CPS3 has a key for each; a CPS4 the raw one, and signatures. */
final class KeyCommands {
    /** The references of the authentication keys: of a CPS4 from the library of these cards, of a CPS3 invented. */
    private static final int CPS3_KEY = 0x82;

    private static final int CPS4_KEY = 0x20;

    /** Control reference templates, and the objects in them. */
    private static final int AUTHENTICATION_TEMPLATE = 0xA4;

    private static final int HASH_TEMPLATE = 0xAA;
    private static final int SIGNATURE_TEMPLATE = 0xB6;
    private static final int CONFIDENTIALITY_TEMPLATE = 0xB8;
    private static final int ALGORITHM = 0x80;
    private static final int PRIVATE_KEY = 0x84;
    private static final int SECRET_OR_PUBLIC_KEY = 0x83;

    private static final Map<Integer, Digest> HASHES = Map.of(0x10, Digest.SHA1, 0x40, Digest.SHA256);

    private static final int HASH_BLOCK = 64;
    private static final int BIT_LENGTH = 8;

    private final Generation generation;
    private final CardKey.Pair keys;
    private final CardCodes codes;
    private final Map<Integer, byte[]> environment = new HashMap<>();
    private Optional<byte[]> hashed = Optional.empty();

    KeyCommands(Generation generation, CardKey.Pair keys, CardCodes codes) {
        this.generation = generation;
        this.keys = keys;
        this.codes = codes;
    }

    void powerOn() {
        environment.clear();
        hashed = Optional.empty();
    }

    /** MANAGE SECURITY ENVIRONMENT: SET, by control reference template (ISO 7816-4, section 11.5.11). */
    Response setEnvironment(Command command) {
        if ((command.p1() & 0x0F) != 0x01) {
            return Response.WRONG_P1P2;
        }
        environment.put(command.p2(), command.data());
        return Response.OK;
    }

    /** A byte of an object of a template that was set. */
    private Optional<Integer> value(int template, int tag, int index) {
        return Optional.ofNullable(environment.get(template))
                .flatMap(data -> Tlv.find(data, tag))
                .filter(value -> value.length > index)
                .map(value -> value[index] & 0xFF);
    }

    private boolean isSet(int template, int tag, int index, int expected) {
        return value(template, tag, index).filter(value -> value == expected).isPresent();
    }

    /** Whether the code is still needed. Without contacts there is none: the technical key works at once. */
    private boolean isLocked() {
        return generation.hasContacts() && !codes.isPresented();
    }

    Response authenticate(Command command) {
        return unlocked(isSet(AUTHENTICATION_TEMPLATE, PRIVATE_KEY, 0, CPS3_KEY), () -> {
            var length = command.data().length;
            return length > 0 && length <= CardKey.LONGEST_INPUT
                    ? Response.ok(keys.authentication().signPadded(command.data()))
                    : Response.WRONG_LENGTH;
        });
    }

    /** Works with a key once the environment is set for it, and the code presented. */
    private Response unlocked(boolean isReady, Supplier<Response> work) {
        if (!isReady) {
            return Response.CONDITIONS;
        }
        return isLocked() ? Response.CODE_NEEDED : work.get();
    }

    Response perform(Command command) {
        if (!generation.performs(command.p1p2())) {
            return Response.WRONG_P1P2;
        }
        return switch (command.p1p2()) {
            case Command.HASH -> hash(command.data());
            case Command.DECIPHER -> decipher(command.data());
            default ->
                generation.signing().map(rule -> sign(rule, command.data())).orElse(Response.NO_SUCH_REFERENCE);
        };
    }

    /**
     * {@code 90}: state and bit length so far, empty for a message of one block at most; {@code 80}: the last block.
     */
    private Response hash(byte[] data) {
        var state = Tlv.find(data, 0x90);
        var rest = Tlv.find(data, 0x80).filter(value -> value.length <= HASH_BLOCK);
        if (state.isEmpty() || rest.isEmpty()) {
            return Response.WRONG_DATA;
        }
        var digest = value(HASH_TEMPLATE, ALGORITHM, 0).map(HASHES::get);
        if (digest.isEmpty()) {
            return Response.CONDITIONS;
        }
        var length = state.get().length == 0 ? 0 : digest.get().length();
        if (length > 0 && state.get().length != length + BIT_LENGTH) {
            return Response.WRONG_DATA;
        }
        var bits = length == 0 ? 0 : ByteBuffer.wrap(state.get()).getLong(length);
        hashed = Optional.of(digest.get().finish(Arrays.copyOf(state.get(), length), bits, rest.get()));
        return Response.OK;
    }

    /** Of the hash in the command, or of the one that was computed before, which only a CPS3 does. */
    private Response sign(Generation.SigningRule rule, byte[] given) {
        var digest = value(SIGNATURE_TEMPLATE, rule.algorithmTag(), 0).map(rule.algorithms()::get);
        var isReady = digest.isPresent() && isSet(SIGNATURE_TEMPLATE, rule.keyTag(), rule.keyIndex(), rule.key());
        return unlocked(isReady, () -> {
            var hash = given.length > 0 ? given : hashed.orElse(given);
            hashed = Optional.empty();
            if (hash.length == digest.get().length()) {
                return Response.ok(keys.signature().signPadded(digest.get().info(hash)));
            }
            return given.length == 0 && generation.performs(Command.HASH) ? Response.CONDITIONS : Response.WRONG_DATA;
        });
    }

    /** The block alone, or after the padding indicator {@code 00} of ISO 7816-8: the sources do not say which. */
    private Response decipher(byte[] data) {
        return unlocked(isSet(CONFIDENTIALITY_TEMPLATE, SECRET_OR_PUBLIC_KEY, 0, CPS4_KEY), () -> {
            var hasIndicator = data.length == CardKey.BYTES + 1 && data[0] == 0;
            var block = Arrays.copyOfRange(data, Math.max(0, data.length - CardKey.BYTES), data.length);
            return data.length == CardKey.BYTES || hasIndicator
                    ? Response.ok(keys.authentication().raw(block))
                    : Response.WRONG_LENGTH;
        });
    }
}
