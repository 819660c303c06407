package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.key.CardKey;
import io.github.pscsdk.testkit.card.internal.chip.key.Digest;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key operations of a CPS4: the raw operation, and signatures with either padding (cps-card, sections 5 and 7).
 */
final class Cps4Keys {
    /** The reference of the authentication key, from the library of these cards. */
    public static final int AUTHENTICATION = 0x20;

    /** The reference of the signature key: invented, from the object id of the pair. */
    public static final int SIGNATURE = 0x10;

    private static final int LOCAL = 0x80;
    private static final int TEMPLATE_SIGNATURE = 0xB6;
    private static final int TEMPLATE_CONFIDENTIALITY = 0xB8;
    private static final int KEY = 0x83;
    private static final int ALGORITHM_AND_KEY = 0x91;

    private static final int DECIPHER = 0x8086;
    private static final int COMPUTE_SIGNATURE = 0x9E9A;
    private static final int BLOCK = 256;

    private final KeyRing keys;
    private final Codes codes;
    private final SecurityEnvironment environment = new SecurityEnvironment();

    /** Hash and padding, by the number that {@code 91} carries. */
    private record Algorithm(Digest digest, boolean isPss) {
        static Optional<Algorithm> of(int number) {
            return switch (number) {
                case 0x0A -> Optional.of(new Algorithm(Digest.SHA1, false));
                case 0x28 -> Optional.of(new Algorithm(Digest.SHA256, false));
                case 0x15 -> Optional.of(new Algorithm(Digest.SHA1, true));
                case 0x2C -> Optional.of(new Algorithm(Digest.SHA256, true));
                default -> Optional.empty();
            };
        }

        byte[] sign(CardKey key, byte[] hash) {
            return isPss ? key.signPss(digest, hash) : key.signPadded(digest.info(hash));
        }
    }

    Cps4Keys(KeyRing keys, Codes codes) {
        this.keys = keys;
        this.codes = codes;
    }

    public void powerOn() {
        environment.forget();
    }

    Response setEnvironment(Command command) {
        return environment.set(command);
    }

    Response perform(Command command) {
        return switch (command.p1p2()) {
            case DECIPHER -> decipher(command.data());
            case COMPUTE_SIGNATURE -> sign(command.data());
            default -> Response.of(StatusWord.WRONG_P1P2);
        };
    }

    /** The block alone, or after the padding indicator {@code 00} of ISO 7816-8: the sources do not say which. */
    private Response decipher(byte[] data) {
        var key = environment.value(TEMPLATE_CONFIDENTIALITY, KEY).filter(reference -> reference == AUTHENTICATION);
        if (key.isEmpty()) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (!codes.isPresented()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        var hasIndicator = data.length == BLOCK + 1 && data[0] == 0;
        return data.length == BLOCK || hasIndicator
                ? Response.ok(keys.authentication().raw(Arrays.copyOfRange(data, data.length - BLOCK, data.length)))
                : Response.of(StatusWord.WRONG_LENGTH);
    }

    private Response sign(byte[] hash) {
        var reference = environment.second(TEMPLATE_SIGNATURE, ALGORITHM_AND_KEY);
        var algorithm = environment.value(TEMPLATE_SIGNATURE, ALGORITHM_AND_KEY).flatMap(Algorithm::of);
        var key = reference.flatMap(this::key);
        // The authentication key pads by PSS here; PKCS#1 v1.5 with it is a raw decryption (cps-card, section 5).
        var isRefused = algorithm.isPresent()
                && !algorithm.get().isPss()
                && key.filter(found -> found == keys.authentication()).isPresent();
        if (algorithm.isEmpty() || key.isEmpty() || isRefused) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (!codes.isPresented()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        return hash.length == algorithm.get().digest().length()
                ? Response.ok(algorithm.get().sign(key.get(), hash))
                : Response.of(StatusWord.WRONG_DATA);
    }

    private Optional<CardKey> key(int reference) {
        return switch (reference) {
            case AUTHENTICATION | LOCAL -> Optional.of(keys.authentication());
            case SIGNATURE | LOCAL -> Optional.of(keys.signature());
            default -> Optional.empty();
        };
    }
}
