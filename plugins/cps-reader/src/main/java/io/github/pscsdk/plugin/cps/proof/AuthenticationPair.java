package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;

/**
 * The pair that logs in, beside the one that signs documents. The provider joins key and certificate by their CKA_ID and keeps that to
 * itself; so the pair is told by what its certificate is for, never by a label or an order.
 *
 * @param key a handle: the key stays in the card
 * @param certificate of that key
 */
record AuthenticationPair(PrivateKey key, X509Certificate certificate) {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    static AuthenticationPair in(KeyStore store) throws GeneralSecurityException, PscException {
        var found = new ArrayList<AuthenticationPair>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && isForAuthentication(certificate)
                    && store.getKey(alias, null) instanceof PrivateKey key) {
                found.add(new AuthenticationPair(key, certificate));
            }
        }
        if (found.size() != 1) {
            throw new PscException(
                    CardProblem.NO_AUTHENTICATION_KEY, found.size() + " authentication pairs on the token");
        }
        return found.get(0);
    }

    private static boolean isForAuthentication(X509Certificate certificate) throws CertificateParsingException {
        var usage = certificate.getKeyUsage();
        var purposes = certificate.getExtendedKeyUsage();
        return usage != null
                && usage[DIGITAL_SIGNATURE]
                && !usage[NON_REPUDIATION]
                && (purposes == null || purposes.contains(CLIENT_AUTHENTICATION));
    }

    void requireValidAt(Instant now) throws PscException {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new PscException(CardProblem.CERTIFICATE_EXPIRED, "the authentication certificate has expired");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new PscException(
                    CardProblem.CERTIFICATE_NOT_YET_VALID, "the authentication certificate is not valid yet");
        }
    }

    /** Without whose it is. */
    @Override
    public String toString() {
        return "AuthenticationPair[…]";
    }
}
