package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.api.NationalId;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;

/**
 * The card that proved itself to a host.
 *
 * @param certificate the one that the host accepted; serial number, issuer, validity
 * @param holder the identifier in it; empty where the name holds none
 * @param tlsVersion {@code TLSv1.2} or {@code TLSv1.3}
 */
public record ProvenCard(X509Certificate certificate, Optional<NationalId> holder, String tlsVersion) {
    /** All parts are needed. */
    public ProvenCard {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(tlsVersion, "tlsVersion");
    }

    /** The authority that issued the certificate, the masked identifier and the protocol; neither name nor serial number. */
    @Override
    public String toString() {
        return "ProvenCard[holder=" + holder.map(NationalId::toString).orElse("unknown") + ", issuer="
                + certificate.getIssuerX500Principal().getName() + ", tls=" + tlsVersion + "]";
    }
}
