package io.github.pscsdk.testkit.card.internal.tls;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Spells a {@link PersonName} as the subject of a certificate. */
final class PersonNames {
    private PersonNames() {}

    static X500Name subject(PersonName person) {
        var name = new X500NameBuilder().addRDN(BCStyle.C, "FR");
        switch (person.layout()) {
            case PROFESSIONAL ->
                name.addRDN(BCStyle.T, person.title()).addMultiValuedRDN(human(person, person.identifier()));
            case OLDER ->
                name.addRDN(BCStyle.O, "TEST")
                        .addRDN(BCStyle.OU, person.title())
                        .addMultiValuedRDN(human(person, person.identifier().substring(1)));
            case SERVICE -> {
                var structure = person.identifier().split("/", 2)[0];
                name.addRDN(BCStyle.ST, "Seine-Maritime (76)")
                        .addRDN(BCStyle.O, "STRUCTURE FICTIVE")
                        .addRDN(BCStyle.OU, structure)
                        .addRDN(BCStyle.T, person.title())
                        .addRDN(BCStyle.PSEUDONYM, "EMPLOYE FICTIF")
                        .addRDN(BCStyle.CN, person.identifier());
            }
            case CARD_ALONE -> name.addRDN(BCStyle.CN, person.identifier());
        }
        return name.build();
    }

    /** One RDN of three attributes, which a program that splits at commas reads wrongly. */
    private static AttributeTypeAndValue[] human(PersonName person, String commonName) {
        return new AttributeTypeAndValue[] {
            attribute(BCStyle.SURNAME, person.familyName()),
            attribute(BCStyle.CN, commonName),
            attribute(BCStyle.GIVENNAME, String.join(" ", person.givenNames()))
        };
    }

    private static AttributeTypeAndValue attribute(ASN1ObjectIdentifier type, String value) {
        ASN1Encodable text = new DERUTF8String(value);
        return new AttributeTypeAndValue(type, text);
    }
}
