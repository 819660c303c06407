package io.github.pscsdk.example.declaration;

import io.github.pscsdk.example.declaration.text.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * Where the offer is.
 *
 * @param complement where exactly: room, tent, car park
 * @param postcode five digits
 * @param inseeCode code of the commune
 * @param banId key in the national address base, such as {@code 75113_1234_00012}
 * @param precision how sure the geocoding was, from 0 to 1 ({@code xy_precis})
 * @param finess of the site; practices have none
 * @param legalFiness FINESS number of the legal entity
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
        Optional<String> banId,
        Optional<String> latitude,
        Optional<String> longitude,
        Optional<String> precision,
        Optional<String> finess,
        Optional<String> legalFiness,
        Optional<String> siren,
        Optional<String> siret,
        Optional<String> accessibility) {
    public static final Place NONE = new Place(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Whether the other describes this place too: its FINESS or SIRET number is the same, or else its address. The name
     * may change: 359 of 2,146 vaccination centres changed theirs within seven months.
     */
    public boolean isSameAs(Place other) {
        return same(finess, other.finess)
                .or(() -> same(siret, other.siret))
                .orElseGet(() -> spelling().equals(other.spelling()));
    }

    private static Optional<Boolean> same(Optional<String> one, Optional<String> other) {
        return one.flatMap(number -> other.map(number::equalsIgnoreCase));
    }

    private List<String> spelling() {
        var address = streetNumber.orElse("") + " " + street.orElse("");
        return List.of(PlainText.key(address), PlainText.key(postcode.orElse("")));
    }

    /** The address and the numbers of a practice can be those of a person. */
    @Override
    public String toString() {
        return "Place[…]";
    }
}
