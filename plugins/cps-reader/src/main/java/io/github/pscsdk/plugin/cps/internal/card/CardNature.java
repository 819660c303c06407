package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.plugin.cps.internal.card.DistinguishedName.Attribute;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Whether a card is a real one or a test card. The issuer tells for sure; the category in an extension does not, so that what is unknown
 * there is no reason to fail.
 */
public enum CardNature {
    /** Of the production hierarchy. */
    PRODUCTION,
    /** Category 80, or issued by a TEST authority. */
    TEST,
    /** The certificate does not say. */
    UNKNOWN;

    private static final String PRODUCTION_HIERARCHY = "IGC-SANTE";
    private static final String TEST_HIERARCHY = "IGC-SANTE TEST";
    private static final String TEST_AUTHORITY = "TEST ";
    private static final String TEST_STRUCTURE = "TEST"; // the older layout: subject O=TEST

    /** The nomenclature of product categories (table G01), also seen as the identifier of an extension. */
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";

    static CardNature of(X509Certificate certificate, DistinguishedName subject, DistinguishedName issuer) {
        var units = issuer.all(Attribute.ORGANIZATIONAL_UNIT);
        var category = category(certificate);
        if (units.contains(TEST_HIERARCHY)
                || issuer.first(Attribute.COMMON_NAME)
                        .filter(name -> name.startsWith(TEST_AUTHORITY))
                        .isPresent()
                || subject.all(Attribute.ORGANIZATION).contains(TEST_STRUCTURE)
                || category.filter(code -> code == 0x80).isPresent()) {
            return TEST;
        }
        var isProduction = units.contains(PRODUCTION_HIERARCHY)
                || category.filter(code -> code == 0x00).isPresent();
        return isProduction ? PRODUCTION : UNKNOWN;
    }

    /** The code, 00 or 80, whether written as one byte or as two digits; how it is coded is not published. */
    private static Optional<Integer> category(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(CATEGORY);
        if (extension == null || extension.length == 0) {
            return Optional.empty();
        }
        var last = extension[extension.length - 1] & 0xFF;
        var before = extension.length > 1 ? extension[extension.length - 2] & 0xFF : 0;
        if (last == '0' && (before == '8' || before == '0')) {
            return Optional.of(before == '8' ? 0x80 : 0x00);
        }
        return last == 0x80 || last == 0x00 ? Optional.of(last) : Optional.empty();
    }
}
