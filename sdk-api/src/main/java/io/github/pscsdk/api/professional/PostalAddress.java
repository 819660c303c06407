package io.github.pscsdk.api.professional;

import java.util.Optional;

/**
 * A French postal address as the directory holds it (AFNOR NF Z 10-011 layout).
 *
 * @param recipient {@code complementDestinataire}
 * @param building {@code complementPointGeographique}
 * @param number {@code numeroVoie}
 * @param repetition {@code indiceRepetitionVoie}, such as {@code BIS}
 * @param streetType {@code codeTypeDeVoie}, such as {@code R} or {@code AV}
 * @param street {@code libelleVoie}
 * @param distribution {@code mentionDistribution}
 * @param locality {@code bureauCedex}: town or cedex line
 * @param postcode {@code codePostal}
 * @param commune {@code codeCommune}: INSEE code
 * @param department {@code codeDepartement}
 * @param country {@code codePays}; {@code 99000} is France
 */
public record PostalAddress(
        Optional<String> recipient,
        Optional<String> building,
        Optional<String> number,
        Optional<String> repetition,
        Optional<String> streetType,
        Optional<String> street,
        Optional<String> distribution,
        Optional<String> locality,
        Optional<String> postcode,
        Optional<String> commune,
        Optional<String> department,
        Optional<String> country) {

    /** Prints the postcode only. */
    @Override
    public String toString() {
        return "PostalAddress[" + postcode.orElse("?") + "]";
    }
}
