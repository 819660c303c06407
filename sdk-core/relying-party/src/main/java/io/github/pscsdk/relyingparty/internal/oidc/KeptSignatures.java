package io.github.pscsdk.relyingparty.internal.oidc;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Checks signatures by one key and one algorithm of the JCA. What checks one is kept for the next, since it knows the key already; each thread has
 * one for itself meanwhile, and none waits for another.
 */
final class KeptSignatures {
    private final PublicKey key;
    private final String algorithm;
    private final Optional<Provider> provider;
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    /** @param provider of the host's choice; used where it has the algorithm, else the platform's own */
    KeptSignatures(PublicKey key, String algorithm, Optional<Provider> provider) {
        this.key = key;
        this.algorithm = algorithm;
        this.provider = provider.filter(given -> given.getService("Signature", algorithm) != null);
    }

    /** Whether the first bytes of the text were signed so. */
    boolean holds(byte[] text, int length, byte[] signature) throws GeneralSecurityException {
        var kept = idle.poll();
        var check = kept == null ? ready() : kept;
        check.update(text, 0, length);
        var holds = check.verify(signature);
        // Not after an exception, which may leave it halfway.
        idle.add(check);
        return holds;
    }

    private Signature ready() throws GeneralSecurityException {
        var check = provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
        check.initVerify(key);
        return check;
    }
}
