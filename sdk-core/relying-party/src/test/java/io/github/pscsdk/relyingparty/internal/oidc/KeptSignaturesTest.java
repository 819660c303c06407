package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.KeptSignatures;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

public class KeptSignaturesTest {
    private static final String ALGORITHM = "SHA256withRSA";
    private static final byte[] TEXT = "signed, and not signed".getBytes(StandardCharsets.UTF_8);
    private static final int SIGNED = "signed".length();

    private final KeyPair keys = keys();
    private final byte[] signature = signature();

    private static KeyPair keys() {
        try {
            return SignedTokens.KEY.toKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature() {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(keys.getPrivate());
            signing.update(TEXT, 0, SIGNED);
            return signing.sign();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptSignatures by(Optional<Provider> provider) {
        return new KeptSignatures(keys.getPublic(), ALGORITHM, provider);
    }

    @Test
    void only_what_was_signed_counts_and_a_wrong_or_broken_signature_leaves_nothing_behind() throws Exception {
        var signatures = by(Optional.empty());
        var wrong = signature.clone();
        wrong[40] ^= 1;

        for (var i = 0; i < 3; i++) {
            assertTrue(signatures.holds(TEXT, SIGNED, signature));
            assertFalse(signatures.holds(TEXT, SIGNED + 1, signature));
            assertFalse(signatures.holds(TEXT, SIGNED, wrong));
            assertThrows(SignatureException.class, () -> signatures.holds(TEXT, SIGNED, new byte[7]));
        }
    }

    @Test
    void many_threads_check_at_once() {
        var signatures = by(Optional.empty());
        var checks = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < 200; i++) {
            var length = SIGNED + i % 2;
            checks.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return signatures.holds(TEXT, length, signature);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    ThreadPerTaskExecutor.INSTANCE));
        }

        for (var i = 0; i < checks.size(); i++) {
            assertEquals(i % 2 == 0, checks.get(i).join());
        }
    }

    @Test
    void the_provider_of_the_host_checks_where_it_has_the_algorithm() throws Exception {
        assertTrue(by(Optional.of(new Credulous(ALGORITHM))).holds(TEXT, SIGNED, new byte[7]));
        assertTrue(by(Optional.of(new Credulous("SHA512withRSA"))).holds(TEXT, SIGNED, signature));
        assertFalse(by(Optional.of(new Credulous("SHA512withRSA"))).holds(TEXT, SIGNED + 1, signature));
    }

    private static final class Credulous extends Provider {
        private static final long serialVersionUID = 1L;

        Credulous(String algorithm) {
            super("Credulous", "1", "takes every signature");
            put("Signature." + algorithm, TakesAll.class.getName());
        }
    }

    /** Made by the Java platform, which wants it public. */
    public static final class TakesAll extends SignatureSpi {
        public TakesAll() {}

        @Override
        protected void engineInitVerify(PublicKey publicKey) {}

        @Override
        protected void engineInitSign(PrivateKey privateKey) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] b, int off, int len) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] sigBytes) {
            return true;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String param, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String param) {
            return null;
        }
    }
}
