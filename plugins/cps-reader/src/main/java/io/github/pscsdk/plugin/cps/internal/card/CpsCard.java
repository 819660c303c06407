package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;

/**
 * What a card of the family tells without its code.
 *
 * @param kind what its answer to reset says
 * @param serial which card
 * @param certificate the authentication certificate; empty where it is not shown or not readable
 * @param code the state of the code porteur
 */
public record CpsCard(
        CardKind kind, SerialNumber serial, Optional<AuthenticationCertificate> certificate, CodeState code) {

    /** Whose it is, where it says so. */
    public Optional<NationalId> nationalId() {
        return holder().flatMap(Holder::nationalId);
    }

    /** The holder as a person would say it. */
    public Optional<String> holderName() {
        return holder().flatMap(Holder::displayName);
    }

    /** Without contact a card shows the certificate of a technical key, which is the card's and names nobody. */
    private Optional<Holder> holder() {
        return kind == CardKind.CPS3_CONTACTLESS
                ? Optional.empty()
                : certificate.map(AuthenticationCertificate::holder);
    }

    /** Real or test. */
    public CardNature nature() {
        return certificate.map(AuthenticationCertificate::nature).orElse(CardNature.UNKNOWN);
    }

    /** The kind only. */
    @Override
    public String toString() {
        return "CpsCard[" + kind + "]";
    }
}
