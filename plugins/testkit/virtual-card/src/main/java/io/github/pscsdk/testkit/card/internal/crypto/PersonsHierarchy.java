package io.github.pscsdk.testkit.card.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The temporary authorities of virtual cards (cps-card, section 8), one set in a JVM: a simulator checks any card. */
public final class PersonsHierarchy {
    private static final int LIFE = 20 * 365;

    private final Range strong;
    private final Range standard;
    private final String category;

    /** A root with the authority for persons below it. */
    private record Range(Authority root, Authority persons) {}

    private PersonsHierarchy(String prefix, String unit, String category) {
        this.strong = range(prefix, unit, "FORT");
        this.standard = range(prefix, unit, "STANDARD");
        this.category = category;
    }

    private static Range range(String prefix, String unit, String name) {
        var validity = Validity.aroundNow(LIFE, LIFE);
        var root = new Authority(Optional.empty(), authority(unit, prefix + "AC RACINE IGC-SANTE " + name), validity);
        var persons = authority(unit, prefix + "AC IGC-SANTE " + name + " PERSONNES");
        return new Range(root, new Authority(Optional.of(root), persons, validity));
    }

    private static String authority(String unit, String commonName) {
        return "C=FR, O=ASIP-SANTE, OU=0002 187512751, OU=" + unit + ", CN=" + commonName;
    }

    /** The hierarchy of test cards, which a simulator trusts. */
    public static PersonsHierarchy test() {
        return Made.TEST;
    }

    /** A hierarchy with the names of production. No simulator trusts it. */
    public static PersonsHierarchy likeProduction() {
        return Made.LIKE_PRODUCTION;
    }

    /** Holds the hierarchies, which are made when they are first needed. */
    private static final class Made {
        static final PersonsHierarchy TEST = new PersonsHierarchy("TEST ", "IGC-SANTE TEST", "80");
        static final PersonsHierarchy LIKE_PRODUCTION = new PersonsHierarchy("", "IGC-SANTE", "00");
    }

    public X509Certificate authentication(PersonName holder, PublicKey key, Validity validity) {
        return issuer(holder).personAuthentication(holder.subject(), key, category, validity);
    }

    public X509Certificate signature(PersonName holder, PublicKey key, Validity validity) {
        return issuer(holder).personSignature(holder.subject(), key, category, validity);
    }

    /** Staff have the middle range of certificates, professionals the highest (cps-card, section 8). */
    private Authority issuer(PersonName holder) {
        return holder.layout() == PersonName.Layout.SERVICE ? standard.persons() : strong.persons();
    }

    /** Whether this hierarchy issued the certificate, and the certificate is valid at that moment. */
    public boolean vouchesFor(X509Certificate certificate, Instant at) {
        return isIssuedIn(strong, certificate, at) || isIssuedIn(standard, certificate, at);
    }

    private static boolean isIssuedIn(Range range, X509Certificate certificate, Instant at) {
        try {
            var parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(range.root().certificate(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(List.of(certificate, range.persons().certificate()));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
