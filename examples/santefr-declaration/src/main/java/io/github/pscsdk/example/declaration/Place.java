package io.github.pscsdk.example.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.pscsdk.example.declaration.text.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the offer is.
 *
 * @param accessibility {@code oui}, {@code non} or a remark on access for disabled people
 */
public record Place(
        Optional<String> name,
        @JsonUnwrapped Address address,
        @JsonUnwrapped Position position,
        @JsonUnwrapped SiteNumbers numbers,
        Optional<String> accessibility) {
    public static final Place NONE =
            new Place(Optional.empty(), Address.NONE, Position.NONE, SiteNumbers.NONE, Optional.empty());

    public Place {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(numbers, "numbers");
    }

    /**
     * Whether the other describes this place too: its FINESS or SIRET number is the same, or else its address. The name
     * may change: 359 of 2,146 vaccination centres changed theirs within seven months.
     */
    public boolean isSameAs(Place other) {
        return same(numbers.finess(), other.numbers.finess())
                .or(() -> same(numbers.siret(), other.numbers.siret()))
                .orElseGet(() -> spelling(address).equals(spelling(other.address)));
    }

    private static Optional<Boolean> same(Optional<String> one, Optional<String> other) {
        return one.flatMap(number -> other.map(number::equalsIgnoreCase));
    }

    private static List<String> spelling(Address address) {
        var street = address.streetNumber().orElse("") + " " + address.street().orElse("");
        return List.of(PlainText.key(street), PlainText.key(address.postcode().orElse("")));
    }

    /** The address of a practice can be that of a person. */
    @Override
    public String toString() {
        return "Place[…]";
    }

    /**
     * The address of a place. Members of {@code place} in JSON.
     *
     * @param complement where exactly: room, tent, car park
     * @param postcode five digits
     * @param inseeCode code of the commune
     * @param banId key in the national address base, such as {@code 75113_1234_00012}
     */
    public record Address(
            Optional<String> streetNumber,
            Optional<String> street,
            Optional<String> complement,
            Optional<String> postcode,
            Optional<String> inseeCode,
            Optional<String> town,
            Optional<String> banId) {
        public static final Address NONE = new Address(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** The address of a practice can be that of a person. */
        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /**
     * Where a place lies, as it was written. Members of {@code place} in JSON.
     *
     * @param precision how sure the geocoding was, from 0 to 1 ({@code xy_precis})
     */
    public record Position(Optional<String> latitude, Optional<String> longitude, Optional<String> precision) {
        public static final Position NONE = new Position(Optional.empty(), Optional.empty(), Optional.empty());

        /** The position of a practice can be that of a person. */
        @Override
        public String toString() {
            return "Position[…]";
        }
    }

    /**
     * The numbers of a site and of the body it belongs to. Members of {@code place} in JSON.
     *
     * @param finess of the site; practices have none
     * @param legalFiness FINESS number of the legal entity
     */
    public record SiteNumbers(
            Optional<String> finess, Optional<String> legalFiness, Optional<String> siren, Optional<String> siret) {
        public static final SiteNumbers NONE =
                new SiteNumbers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** A SIRET can be that of a person. */
        @Override
        public String toString() {
            return "SiteNumbers[…]";
        }
    }
}
