package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * Where the offer is.
 *
 * @param name the public name
 * @param streetNumber number in the street
 * @param street name of the street
 * @param complement where exactly: room, tent, car park
 * @param postcode five digits
 * @param inseeCode code of the commune
 * @param town name of the commune
 * @param latitude WGS84 degrees, decimal
 * @param longitude WGS84 degrees, decimal
 * @param finess number of the site; practices have none
 * @param siren nine digits
 * @param siret fourteen digits
 * @param accessibility {@code oui}, {@code non} or a remark on access for disabled people
 */
public record Place(
        Optional<String> name,
        Optional<String> streetNumber,
        Optional<String> street,
        Optional<String> complement,
        Optional<String> postcode,
        Optional<String> inseeCode,
        Optional<String> town,
        Optional<String> latitude,
        Optional<String> longitude,
        Optional<String> finess,
        Optional<String> siren,
        Optional<String> siret,
        Optional<String> accessibility) {
    /** The address of a practice can be that of a person. */
    @Override
    public String toString() {
        return "Place[…]";
    }
}
