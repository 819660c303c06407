package io.github.pscsdk.api.professional;

import java.util.Optional;

/**
 * How to reach a workplace.
 *
 * @param telephone {@code telephone}
 * @param secondTelephone {@code telephone2}
 * @param fax {@code telecopie}
 * @param email {@code adresseEMail}
 */
public record Contact(
        Optional<String> telephone, Optional<String> secondTelephone, Optional<String> fax, Optional<String> email) {

    /** Prints no component: contact details are personal data. */
    @Override
    public String toString() {
        return "Contact[]";
    }
}
