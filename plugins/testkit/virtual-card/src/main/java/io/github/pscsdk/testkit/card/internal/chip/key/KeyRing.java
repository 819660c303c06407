package io.github.pscsdk.testkit.card.internal.chip.key;

import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.Lazy;
import io.github.pscsdk.testkit.card.internal.tls.PersonsHierarchy;
import java.security.cert.CertificateEncodingException;
import java.util.function.Supplier;

/**
 * The two key pairs of a card with their certificates (cps-card, section 5). A contactless card has only the first
 * pair.
 */
public final class KeyRing {
    private final CardKey authentication = new CardKey();
    private final CardKey signature = new CardKey();
    private final CardSpec spec;
    private final Supplier<byte[]> authenticationCertificate = new Lazy<>(this::certifyAuthentication);
    private final Supplier<byte[]> signatureCertificate = new Lazy<>(this::certifySignature);

    public KeyRing(CardSpec spec) {
        this.spec = spec;
    }

    public CardKey authentication() {
        return authentication;
    }

    public CardKey signature() {
        return signature;
    }

    /** DER. */
    public Supplier<byte[]> authenticationCertificate() {
        return authenticationCertificate;
    }

    /** DER. */
    public Supplier<byte[]> signatureCertificate() {
        return signatureCertificate;
    }

    private byte[] certifyAuthentication() {
        try {
            return hierarchy()
                    .authentication(spec.holder(), authentication.publicKey(), spec.validity())
                    .getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
    }

    private byte[] certifySignature() {
        try {
            return hierarchy()
                    .signature(spec.holder(), signature.publicKey(), spec.validity())
                    .getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
    }

    private PersonsHierarchy hierarchy() {
        return spec.isTest() ? PersonsHierarchy.test() : PersonsHierarchy.likeProduction();
    }
}
