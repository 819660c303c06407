package io.github.pscsdk.example.console.declaration;

/**
 * A place open to the public. An empty text is an absent value.
 *
 * @param name public name
 * @param streetNumber number in the street
 * @param street the street
 * @param postcode postcode
 * @param inseeCode INSEE code of the commune
 * @param town the commune
 * @param latitude WGS84
 * @param longitude WGS84
 * @param finess number of the site
 * @param siren number of the body that entered it
 * @param accessibility access for disabled people
 */
public record Place(
        String name,
        String streetNumber,
        String street,
        String postcode,
        String inseeCode,
        String town,
        String latitude,
        String longitude,
        String finess,
        String siren,
        String accessibility) {
    @Override
    public String toString() {
        return "Place[…]";
    }
}
