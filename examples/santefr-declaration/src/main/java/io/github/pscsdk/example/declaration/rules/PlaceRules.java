package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.FieldRule.matching;
import static io.github.pscsdk.example.declaration.rules.FieldRule.refused;
import static io.github.pscsdk.example.declaration.rules.FieldRule.taken;
import static io.github.pscsdk.example.declaration.rules.FieldRule.unless;

import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules on a place: V-INSEE, V-CP and V-GEO, and those on its numbers and texts. */
final class PlaceRules {
    /** V-GEO: how sure the geocoding was, from 0 to 1. */
    private static final FieldRule PRECISION =
            FieldRule.of(unless(matching("0(\\.\\d{1,20})?|1(\\.0{1,20})?"), Remark.GEO_PRECISION));

    private static final Predicate<String> FIVE_DIGITS = matching("\\d{5}");
    private static final Predicate<String> COMMUNE = matching("\\d{5}|2[AB]\\d{3}");
    private static final Predicate<String> FOREIGN = matching("99.*");
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:[.,]\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");
    private static final Predicate<String> PLAIN_DEGREES = matching("[+-]?\\d{1,3}(\\.\\d{1,20})?");
    /** Nearer to (0, 0) than a hundred metres, far from any land. */
    private static final double NOWHERE = 0.001;

    private static final Predicate<String> TOWN = Pattern.compile(
                    "[\\p{L}'’ .\\-–/]+(?: [0-9]{1,2}(?:er|e|[eè]me)?(?: arrondissement)?)?(?: CEDEX(?: [0-9]{1,2})?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .asMatchPredicate();
    private static final String SIGNS = ",;:-–";

    private PlaceRules() {}

    static Place check(Place raw, Optional<Source> source, Findings findings) {
        var name = TextRule.checkNeeded(raw.name(), "place.name", findings);
        var address = address(raw.address(), source, findings);
        var position = position(
                raw.position(), Territory.of(address.inseeCode(), address.postcode()), "place.latitude", findings);
        return new Place(
                name,
                address,
                position,
                numbers(raw.numbers(), findings),
                KnownValues.ACCESSIBILITY.checkOrText(raw.accessibility(), "place.accessibility", findings));
    }

    private static Address address(Address raw, Optional<Source> source, Findings findings) {
        var streetNumber = TextRule.check(raw.streetNumber(), "place.streetNumber", findings);
        var street = TextRule.checkNeeded(
                withoutSigns(raw.street(), "", "place.street", findings), "place.street", findings);
        var complement = TextRule.check(raw.complement(), "place.complement", findings);
        var insee = insee(source).check(raw.inseeCode(), "place.inseeCode", findings);
        var postcode = postcode(insee).check(raw.postcode(), "place.postcode", findings);
        var town = town(raw.town(), postcode, findings);
        var banId = TextRule.check(raw.banId(), "place.banId", findings);
        return new Address(streetNumber, street, complement, postcode, insee, town, banId);
    }

    static Optional<String> town(Optional<String> raw, Optional<String> postcode, Findings findings) {
        var bare = withoutSigns(raw, postcode.orElse(""), "place.town", findings);
        var town = TextRule.checkNeeded(bare, "place.town", findings);
        town.filter(TOWN.negate()).ifPresent(more -> findings.add(Remark.TXT_TOWN, "place.town"));
        return town;
    }

    /**
     * Without the commas, dashes and half parentheses around it that a cut leaves, and without its postcode in
     * parentheses.
     */
    private static Optional<String> withoutSigns(
            Optional<String> raw, String postcode, String field, Findings findings) {
        return Blanks.given(raw).map(given -> {
            var bare = postcode.isEmpty() ? given : given.replace("(" + postcode + ")", "");
            var signs = bare.contains("(") && bare.contains(")") ? SIGNS : SIGNS + "()";
            var text = Blanks.trim(bare, c -> Blanks.isBlank(c) || signs.indexOf(c) >= 0);
            if (!text.equals(given)) {
                findings.add(Remark.TXT_STORED, field, text);
            }
            return text;
        });
    }

    private static SiteNumbers numbers(SiteNumbers raw, Findings findings) {
        return new SiteNumbers(
                IdentifierRules.FINESS.check(raw.finess(), "place.finess", findings),
                IdentifierRules.FINESS.check(raw.legalFiness(), "place.legalFiness", findings),
                IdentifierRules.SIREN.check(raw.siren(), "place.siren", findings),
                IdentifierRules.SIRET.check(raw.siret(), "place.siret", findings));
    }

    /** V-INSEE: the code of a commune, or that of a foreign country on the dummy centres that the ARS keep. */
    static FieldRule insee(Optional<Source> source) {
        return FieldRule.of(
                unless(COMMUNE.or(PlaceRules::isCountry), Remark.INSEE_FORMAT),
                unless(text -> COMMUNE.test(text) || isForeignDummy(source), Remark.INSEE_FOREIGN));
    }

    /**
     * V-CP: five digits. A department other than that of the INSEE code only warns: post offices serve communes across
     * the border of a department, and 97150 lies in 978.
     */
    static FieldRule postcode(Optional<String> inseeCode) {
        var department = inseeCode.filter(COMMUNE.and(FOREIGN.negate())).map(PlaceRules::department);
        Predicate<String> isElsewhere =
                text -> !department.map(department(spelt(text))::equals).orElse(true);
        return FieldRule.needed(
                Remark.CP_MISSING,
                Remark.CP_STORED,
                refused(text -> !FIVE_DIGITS.test(spelt(text)), Remark.CP_FORMAT),
                new FieldRule.Case(isElsewhere, PlaceRules::spelt, Optional.of(Remark.CP_DEPARTMENT)),
                taken(FieldRule.ANYTHING, PlaceRules::spelt));
    }

    /** Without blanks and an F before it; Corsica has postcodes of 20, whatever its departments are. */
    private static String spelt(String postcode) {
        return Blanks.without(postcode, Blanks::isBlank)
                .replaceFirst("^F-?", "")
                .replaceFirst("^2[AB](?=\\d{3}$)", "20");
    }

    private static boolean isCountry(String code) {
        return code.length() == 5
                && code.startsWith("99")
                && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(code.substring(2));
    }

    /** Keys of 9900… are those of the centres by which the French abroad are registered. */
    private static boolean isForeignDummy(Optional<Source> source) {
        return source.flatMap(Source::system)
                        .filter("centres-vaccination"::equals)
                        .isPresent()
                && source.flatMap(Source::id)
                        .filter(id -> id.startsWith("9900"))
                        .isPresent();
    }

    /** Two digits, three overseas; 20 for both departments of Corsica, as postcodes have it. */
    private static String department(String code) {
        var overseas = code.startsWith("97") || code.startsWith("98");
        var department = code.substring(0, overseas ? 3 : 2);
        return department.equals("2A") || department.equals("2B") ? "20" : department;
    }

    /**
     * V-GEO: a position on Earth, near the postcode of the place; (0, 0) stands for none. Remarks go to the latitude.
     */
    static Position position(Position raw, Optional<Territory> territory, String field, Findings findings) {
        var latitude = Blanks.given(raw.latitude());
        var longitude = Blanks.given(raw.longitude());
        var position = new Position(latitude, longitude, PRECISION.check(raw.precision(), "place.precision", findings));
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return position;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            findings.add(Remark.GEO_HALF, field);
        } else if (!isNumber(latitude.get()) || !isNumber(longitude.get())) {
            findings.add(Remark.GEO_NUMBER, field);
        } else {
            return position(degrees(latitude.get()), degrees(longitude.get()), position, territory, field, findings);
        }
        return position;
    }

    private static Position position(
            BigDecimal y,
            BigDecimal x,
            Position given,
            Optional<Territory> territory,
            String field,
            Findings findings) {
        if (Math.abs(y.doubleValue()) < NOWHERE && Math.abs(x.doubleValue()) < NOWHERE) {
            findings.add(Remark.GEO_NONE, field);
            return Position.NONE;
        }
        remark(y.doubleValue(), x.doubleValue(), territory).ifPresent(remark -> findings.add(remark, field));
        var plain = Stream.of(given.latitude(), given.longitude())
                .flatMap(Optional::stream)
                .allMatch(PLAIN_DEGREES);
        if (plain) {
            return given;
        }
        findings.add(Remark.GEO_STORED, field, y.toPlainString() + ", " + x.toPlainString());
        return new Position(Optional.of(y.toPlainString()), Optional.of(x.toPlainString()), given.precision());
    }

    private static BigDecimal degrees(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static Optional<Remark> remark(double latitude, double longitude, Optional<Territory> territory) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return Optional.of(Remark.GEO_RANGE);
        }
        return territory
                .filter(box -> !box.contains(latitude, longitude))
                .map(box -> box.contains(longitude, latitude) ? Remark.GEO_SWAPPED : Remark.GEO_OUTSIDE);
    }

    private static boolean isNumber(String text) {
        return DEGREES.matcher(text).matches();
    }

    /** The parts of France and the box that each lies in, in WGS84 degrees, a little wider than the land. */
    enum Territory {
        GUADELOUPE(15.7, 16.6, -61.9, -60.9, "971"),
        MARTINIQUE(14.3, 15.0, -61.3, -60.7, "972"),
        GUYANE(2.0, 6.0, -54.7, -51.5, "973"),
        REUNION(-21.5, -20.8, 55.1, 55.9, "974"),
        SAINT_PIERRE_ET_MIQUELON(46.7, 47.2, -56.5, -56.0, "975"),
        MAYOTTE(-13.1, -12.5, 44.9, 45.4, "976"),
        // These two islands got codes of their own in 2007, but kept postcodes of Guadeloupe.
        SAINT_BARTHELEMY(17.8, 18.0, -63.0, -62.7, "977", "97133"),
        SAINT_MARTIN(18.0, 18.2, -63.2, -62.9, "978", "97150"),
        WALLIS_ET_FUTUNA(-14.5, -13.0, -178.4, -175.9, "986"),
        POLYNESIE(-28.0, -7.5, -155.5, -134.0, "987"),
        NOUVELLE_CALEDONIE(-23.5, -17.5, 158.0, 172.5, "988"),
        MAINLAND(41.3, 51.1, -5.2, 9.6, "");

        private final double south;
        private final double north;
        private final double west;
        private final double east;
        private final List<String> prefixes;

        Territory(double south, double north, double west, double east, String... prefixes) {
            this.south = south;
            this.north = north;
            this.west = west;
            this.east = east;
            this.prefixes = List.of(prefixes);
        }

        /** Where a commune lies; empty for a foreign country. */
        static Optional<Territory> of(Optional<String> inseeCode, Optional<String> postcode) {
            if (inseeCode.filter(code -> code.startsWith("99")).isPresent()) {
                return Optional.empty();
            }
            // A code of the commune counts before a postcode, and five characters before three.
            return overseas(inseeCode, 3)
                    .or(() -> overseas(postcode, 5))
                    .or(() -> overseas(postcode, 3))
                    .or(() -> Optional.of(MAINLAND));
        }

        boolean contains(double latitude, double longitude) {
            return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
        }

        private static Optional<Territory> overseas(Optional<String> code, int length) {
            return Arrays.stream(values())
                    .filter(territory -> territory.prefixes.stream()
                            .anyMatch(prefix ->
                                    prefix.length() == length && code.orElse("").startsWith(prefix)))
                    .findFirst();
        }
    }
}
