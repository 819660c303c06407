package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.FieldRule.corrected;
import static io.github.pscsdk.example.declaration.rules.FieldRule.matching;
import static io.github.pscsdk.example.declaration.rules.FieldRule.taken;
import static io.github.pscsdk.example.declaration.rules.FieldRule.unless;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules on a place: V-INSEE, V-CP and V-GEO, and those on its numbers and texts. */
final class PlaceRules {
    /** V-GEO: how sure the geocoding was, from 0 to 1. */
    static final FieldRule PRECISION =
            FieldRule.of(unless(matching("0(\\.\\d{1,20})?|1(\\.0{1,20})?"), "V-GEO.precision"));

    private static final Predicate<String> FIVE_DIGITS = matching("\\d{5}");
    private static final Predicate<String> COMMUNE = matching("\\d{5}|2[AB]\\d{3}");
    private static final Predicate<String> FOREIGN = matching("99.*");
    private static final Predicate<String> DEGREES = matching("[+-]?\\d{1,3}(?:[.,]\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");
    private static final Predicate<String> PLAIN_DEGREES = matching("[+-]?\\d{1,3}(\\.\\d{1,20})?");
    /** Nearer to (0, 0) than a hundred metres, far from any land. */
    private static final double NOWHERE = 0.001;

    private static final Predicate<String> TOWN = Pattern.compile(
                    "[\\p{L}'’ .\\-–/]+(?: [0-9]{1,2}(?:er|e|[eè]me)?(?: arrondissement)?)?(?: CEDEX(?: [0-9]{1,2})?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .asMatchPredicate();
    private static final String SIGNS = ",;:-–";

    private static final String LATITUDE = "place.latitude";
    private static final String LONGITUDE = "place.longitude";
    static final List<String> POSITION = List.of(LATITUDE, LONGITUDE, "place.precision");

    private PlaceRules() {}

    static final FieldRule STREET =
            (raw, field, findings) -> TextRule.NEEDED.check(withoutSigns(raw, "", field, findings), field, findings);

    static FieldRule town(Optional<String> postcode) {
        return (raw, field, findings) -> {
            var bare = withoutSigns(raw, postcode.orElse(""), field, findings);
            var town = TextRule.NEEDED.check(bare, field, findings);
            town.filter(TOWN.negate()).ifPresent(more -> findings.add("V-TXT.town", field));
            return town;
        };
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
                findings.add("V-TXT.stored", field, text);
            }
            return text;
        });
    }

    /**
     * V-INSEE: the code of a commune, or that of a foreign country on the dummy centres that the ARS keep. Their keys
     * begin with 9900: by them the French abroad are registered.
     */
    static FieldRule insee(Optional<String> system, Optional<String> id) {
        var isForeignDummy = system.filter("centres-vaccination"::equals).isPresent()
                && id.filter(key -> key.startsWith("9900")).isPresent();
        return FieldRule.of(
                unless(COMMUNE.or(PlaceRules::isCountry), "V-INSEE.format"),
                unless(text -> COMMUNE.test(text) || isForeignDummy, "V-INSEE.foreign"));
    }

    /**
     * V-CP: five digits. A department other than that of the INSEE code only warns: post offices serve communes across
     * the border of a department, and 97150 lies in 978.
     */
    static FieldRule postcode(Optional<String> inseeCode) {
        var department = inseeCode.filter(COMMUNE.and(FOREIGN.negate())).map(PlaceRules::department);
        Predicate<String> isElsewhere = text ->
                department.filter(here -> !here.equals(department(text))).isPresent();
        return FieldRule.respelling(
                        "V-CP.stored",
                        unless(text -> FIVE_DIGITS.test(spelt(text)), "V-CP.format"),
                        corrected(
                                "V-CP.department",
                                text -> Optional.of(spelt(text)).filter(isElsewhere)),
                        taken(text -> Optional.of(spelt(text))))
                .needed("V-CP.missing");
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

    /** Two digits, three overseas; 20 for both departments of Corsica, as postcodes have it. */
    private static String department(String code) {
        var overseas = code.startsWith("97") || code.startsWith("98");
        var department = code.substring(0, overseas ? 3 : 2);
        return department.equals("2A") || department.equals("2B") ? "20" : department;
    }

    /**
     * V-GEO: a position on Earth, near the postcode of the place; (0, 0) stands for none. Remarks go to the latitude.
     */
    static void checkPosition(DeclarationDocument values, Findings findings) {
        var given = Stream.of(LATITUDE, LONGITUDE)
                .flatMap(path -> values.text(path).stream())
                .toList();
        if (given.size() == 1) {
            findings.add("V-GEO.half", LATITUDE);
        } else if (!given.stream().allMatch(DEGREES)) {
            findings.add("V-GEO.number", LATITUDE);
        } else if (!given.isEmpty()) {
            checkPosition(given, values, findings);
        }
    }

    private static void checkPosition(List<String> given, DeclarationDocument values, Findings findings) {
        var y = new BigDecimal(given.get(0).replace(',', '.'));
        var x = new BigDecimal(given.get(1).replace(',', '.'));
        if (Math.abs(y.doubleValue()) < NOWHERE && Math.abs(x.doubleValue()) < NOWHERE) {
            findings.add("V-GEO.none", LATITUDE);
            POSITION.forEach(path -> values.put(path, Optional.empty()));
            return;
        }
        remark(
                        y.doubleValue(),
                        x.doubleValue(),
                        Territory.of(values.text("place.inseeCode"), values.text("place.postcode")))
                .ifPresent(remark -> findings.add(remark, LATITUDE));
        if (!given.stream().allMatch(PLAIN_DEGREES)) {
            findings.add("V-GEO.stored", LATITUDE, y.toPlainString() + ", " + x.toPlainString());
            values.put(LATITUDE, Optional.of(y.toPlainString()));
            values.put(LONGITUDE, Optional.of(x.toPlainString()));
        }
    }

    private static Optional<String> remark(double latitude, double longitude, Optional<Territory> territory) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return Optional.of("V-GEO.range");
        }
        return territory
                .filter(box -> !box.contains(latitude, longitude))
                .map(box -> box.contains(longitude, latitude) ? "V-GEO.swapped" : "V-GEO.outside");
    }

    /**
     * A part of France and the box that it lies in, in WGS84 degrees, a little wider than the land.
     *
     * @param prefixes of the codes of its communes and of its postcodes
     */
    record Territory(double south, double north, double west, double east, List<String> prefixes) {
        private static final List<Territory> ALL = ClassPathResource.table(Territory.class, "territories.csv").stream()
                .map(Territory::of)
                .toList();

        private static Territory of(List<String> cells) {
            var box = cells.subList(1, 5).stream().map(Double::valueOf).toList();
            var prefixes = List.of(cells.get(5).split(","));
            return new Territory(box.get(0), box.get(1), box.get(2), box.get(3), prefixes);
        }

        /** Where a commune lies; empty for a foreign country. */
        static Optional<Territory> of(Optional<String> inseeCode, Optional<String> postcode) {
            if (inseeCode.filter(code -> code.startsWith("99")).isPresent()) {
                return Optional.empty();
            }
            return ALL.stream()
                    .filter(territory -> territory.prefixes.stream()
                            .anyMatch(prefix -> inseeCode.orElse("").startsWith(prefix)
                                    || postcode.orElse("").startsWith(prefix)))
                    .findFirst();
        }

        boolean contains(double latitude, double longitude) {
            return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
        }
    }
}
