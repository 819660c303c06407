package io.github.pscsdk.testkit.card.internal.reader;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;

/**
 * The holder that a certificate of a card names.
 *
 * @param commonName the CN, wherever it stands among several attributes; empty for none
 */
record CardHolder(Optional<String> commonName) {
    static CardHolder of(X509Certificate certificate) {
        try {
            for (var rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                var attribute = rdn.toAttributes().get("CN");
                if (attribute != null) {
                    return new CardHolder(Optional.of(attribute.get().toString()));
                }
            }
            return new CardHolder(Optional.empty());
        } catch (InvalidNameException e) {
            return new CardHolder(Optional.empty());
        } catch (NamingException e) {
            throw new IllegalStateException("a parsed name has no values", e);
        }
    }

    /** Cards of the former IGC-CPS leave the digit of the register out. */
    boolean is(String nationalId) {
        return commonName
                .filter(name -> name.equals(nationalId) || name.equals(nationalId.substring(1)))
                .isPresent();
    }

    @Override
    public String toString() {
        return "CardHolder";
    }
}
