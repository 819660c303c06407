package io.github.pscsdk.testkit.card.internal.crypto;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The holder of a card, as its certificates name them (cps-card, section 8): without family name on a service card. */
public record PersonName(String identifier, String familyName, List<String> givenNames, Layout layout) {
    private static final String PROFESSION = "Pharmacien";

    /** Layouts in the field. */
    public enum Layout {
        /** {@code title} beside the RDN of {@code GN}, {@code SN} and {@code CN}. */
        PROFESSIONAL,
        /** Of the former IGC-CPS: the profession is an {@code OU}, and {@code CN} lacks the prefix of the register. */
        OLDER,
        /** Staff without a human name: {@code pseudonym}, and a {@code CN} of structure and register number. */
        SERVICE,
        /** A key of the card itself, without a holder (contactless); invented. */
        CARD_ALONE
    }

    public PersonName {
        givenNames = List.copyOf(givenNames);
    }

    X500Name subject() {
        var name = new X500NameBuilder().addRDN(BCStyle.C, "FR");
        switch (layout) {
            case PROFESSIONAL -> name.addRDN(BCStyle.T, PROFESSION).addMultiValuedRDN(human(identifier));
            case OLDER ->
                name.addRDN(BCStyle.O, "TEST")
                        .addRDN(BCStyle.OU, PROFESSION)
                        .addMultiValuedRDN(human(identifier.substring(1)));
            case SERVICE ->
                name.addRDN(BCStyle.ST, "Seine-Maritime (76)")
                        .addRDN(BCStyle.O, "STRUCTURE FICTIVE")
                        .addRDN(BCStyle.OU, identifier.split("/", 2)[0])
                        .addRDN(BCStyle.T, "Carte de service santé ou social")
                        .addRDN(BCStyle.PSEUDONYM, "EMPLOYE FICTIF")
                        .addRDN(BCStyle.CN, identifier);
            case CARD_ALONE -> name.addRDN(BCStyle.CN, identifier);
        }
        return name.build();
    }

    /** One RDN of three attributes, which a program that splits at commas reads wrongly. */
    private AttributeTypeAndValue[] human(String commonName) {
        return new AttributeTypeAndValue[] {
            attribute(BCStyle.SURNAME, familyName),
            attribute(BCStyle.CN, commonName),
            attribute(BCStyle.GIVENNAME, String.join(" ", givenNames))
        };
    }

    private static AttributeTypeAndValue attribute(ASN1ObjectIdentifier type, String value) {
        return new AttributeTypeAndValue(type, new DERUTF8String(value));
    }

    @Override
    public String toString() {
        return "PersonName[" + layout + "]";
    }
}
