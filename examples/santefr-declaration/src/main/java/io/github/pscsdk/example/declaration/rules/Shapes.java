package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.ShapeTable.ANYTHING;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.holding;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.listed;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.matching;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.refused;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.respelling;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.taken;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.unless;

import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules that look at the shape of one text, as tables. */
final class Shapes {
    /** V-FINESS: nine characters with a Luhn key; in Corsica A counts as 1 and B as 2. */
    static final ShapeTable FINESS = ShapeTable.of(
            unless(matching("\\d{9}|2[ABab]\\d{7}"), Remark.FINESS_SHAPE),
            unless(Shapes::hasFinessKey, Remark.FINESS_KEY));

    /** V-SIREN: nine digits for a company, with a Luhn key. */
    static final ShapeTable SIREN =
            ShapeTable.of(unless(matching("\\d{9}"), Remark.SIREN_SHAPE), unless(Luhn::isValid, Remark.SIREN_KEY));

    /** V-SIREN: fourteen digits for a site, with a Luhn key. */
    static final ShapeTable SIRET = ShapeTable.of(
            unless(matching("\\d{14}"), Remark.SIREN_SIRET_SHAPE),
            unless(text -> Luhn.isValid(text) || isOfLaPoste(text), Remark.SIREN_SIRET_KEY));

    private static final String LONG_NUMBER = "(?:\\+33|0)[1-9](?:[^\\d\\p{L}+]{0,9}\\d){8}";

    /** V-TEL: one telephone number, kept as E.164 unless it is a short one. */
    static final ShapeTable PHONE = respelling(
            Remark.TEL_STORED,
            taken(dialling("0[1-9]\\d{8}"), text -> DialPlan.international(dialled(text))),
            taken(dialling("\\+33[1-9]\\d{8}|\\+(?:262|590|594|596|508)\\d{9}|3\\d{3}"), Shapes::dialled),
            refused(
                    dialling("(?:\\+|00)?33(?:0|\\(0\\))?[1-9]\\d{8}"),
                    Remark.TEL_PREFIX,
                    text -> "+33" + last(9, dialled(text))),
            refused(holding("@"), Remark.TEL_EMAIL),
            refused(
                    holding("(?<![\\d+])(?:" + LONG_NUMBER + "|3\\d{3})(?!\\d)\\D{1,40}?" + LONG_NUMBER + "(?!\\d)"),
                    Remark.TEL_TWO_NUMBERS),
            refused(holding("\\p{L}"), Remark.TEL_WORDS),
            refused(ANYTHING, Remark.TEL_SHAPE));

    // Real addresses hold accents, apostrophes and a second "?": stricter than the browsers would be wrong.
    private static final String AUTHORITY_AND_REST =
            "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{1,62}\\.?(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s\"<>\\p{Cntrl}]{0,2000})?";
    private static final Predicate<String> BLANKS = text -> text.chars().anyMatch(Blanks::isBlank);

    /** V-URL: the absolute address of a booking page. */
    static final ShapeTable WEBSITE = respelling(
            Remark.URL_STORED,
            taken(matching("(?i:https?)://" + AUTHORITY_AND_REST), Shapes::withSchemeInLowerCase),
            taken(matching(AUTHORITY_AND_REST), text -> "https://" + text),
            refused(matching("[^\\s@/]{1,64}@[^\\s@/]{1,255}"), Remark.URL_EMAIL),
            refused(matching("[+(]?\\d[\\d\\s./()\\u00A0-]{2,30}"), Remark.URL_PHONE),
            refused(matching("(?iu:https?)://.*").and(BLANKS), Remark.URL_SPACES),
            refused(matching("(?iu:https?)://.*"), Remark.URL_SHAPE),
            refused(matching("[a-zA-Z]{1,12}\\s?(?::|//|/:).*"), Remark.URL_SCHEME),
            refused(holding("\\.").and(BLANKS), Remark.URL_SPACES),
            refused(ANYTHING, Remark.URL_WORD));

    /** V-DATE: ISO dates; the layout of January 2021 is read too. */
    static final ShapeTable DATE =
            listed(text -> DateRule.read(text).map(LocalDate::toString), Remark.DATE_STORED, Remark.DATE_SHAPE);

    /** V-GEO: how sure the geocoding was, from 0 to 1. */
    static final ShapeTable PRECISION =
            ShapeTable.of(unless(matching("0(\\.\\d{1,20})?|1(\\.0{1,20})?"), Remark.GEO_PRECISION));

    private static final Predicate<String> ELEVEN_DIGITS = matching("\\d{11}");
    private static final Predicate<String> FIVE_DIGITS = matching("\\d{5}");
    private static final Predicate<String> COMMUNE = matching("\\d{5}|2[AB]\\d{3}");
    private static final Predicate<String> FOREIGN = matching("99.*");

    private Shapes() {}

    /**
     * V-RPPS: 11 digits with a Luhn key, the same as in the national identifier. A warning, since the rule of the key was
     * inferred and fictitious numbers in published examples break it.
     */
    static ShapeTable rpps(Optional<String> nationalId) {
        return ShapeTable.of(
                unless(ELEVEN_DIGITS, Remark.RPPS_SHAPE),
                unless(Luhn::isValid, Remark.RPPS_KEY),
                unless(text -> nationalId.filter(("8" + text)::equals).isPresent(), Remark.RPPS_OTHER));
    }

    /** V-INSEE: the code of a commune, or that of a foreign country on the dummy centres that the ARS keep. */
    static ShapeTable insee(Optional<Source> source) {
        return ShapeTable.of(
                unless(COMMUNE.or(Shapes::isCountry), Remark.INSEE_SHAPE),
                unless(text -> COMMUNE.test(text) || isForeignDummy(source), Remark.INSEE_FOREIGN));
    }

    /**
     * V-CP: five digits. A department other than that of the INSEE code only warns: post offices serve communes across the
     * border of a department, and 97150 lies in 978.
     */
    static ShapeTable postcode(Optional<String> inseeCode) {
        var department = inseeCode.filter(COMMUNE.and(FOREIGN.negate())).map(Shapes::department);
        return ShapeTable.needed(
                Remark.CP_MISSING,
                unless(FIVE_DIGITS, Remark.CP_SHAPE),
                unless(text -> department.map(department(text)::equals).orElse(true), Remark.CP_DEPARTMENT));
    }

    private static boolean hasFinessKey(String text) {
        return Luhn.isValid(text.toUpperCase(Locale.ROOT).replace('A', '1').replace('B', '2'));
    }

    /** The post office had more sites than five digits with a key can number: there, the sum is a multiple of five. */
    private static boolean isOfLaPoste(String siret) {
        return siret.startsWith("356000000") && siret.chars().map(c -> c - '0').sum() % 5 == 0;
    }

    private static Predicate<String> dialling(String shape) {
        var whole = matching(shape);
        return text -> whole.test(dialled(text));
    }

    /** Without what people write between digits. */
    private static String dialled(String text) {
        return Blanks.without(
                text, c -> c == '.' || Character.getType(c) == Character.DASH_PUNCTUATION || Blanks.isBlank(c));
    }

    private static String withSchemeInLowerCase(String address) {
        var scheme = address.indexOf(':');
        return address.substring(0, scheme).toLowerCase(Locale.ROOT) + address.substring(scheme);
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

    private static String last(int characters, String text) {
        return text.substring(text.length() - characters);
    }
}
