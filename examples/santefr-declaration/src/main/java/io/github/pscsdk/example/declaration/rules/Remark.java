package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Bilingual;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Locale;

/**
 * Everything that the rules can say. The texts are in {@code remarks_fr.properties} and {@code remarks_en.properties},
 * for a practitioner to read: what is wrong and what to do, in that order.
 */
enum Remark {
    IDN_RPPS_WITHOUT_PREFIX(Severity.E),
    IDN_ADELI_WITHOUT_PREFIX(Severity.E),
    IDN_FORMAT(Severity.E),
    IDN_SOMEBODY_ELSE(Severity.E),
    IDN_STORED(Severity.N),
    RPPS_FORMAT(Severity.W),
    RPPS_KEY(Severity.W),
    RPPS_OTHER(Severity.W),
    FINESS_FORMAT(Severity.E),
    FINESS_KEY(Severity.E),
    SIREN_FORMAT(Severity.W),
    SIREN_KEY(Severity.W),
    SIREN_SIRET_FORMAT(Severity.W),
    SIREN_SIRET_KEY(Severity.W),
    INSEE_FORMAT(Severity.E),
    INSEE_FOREIGN(Severity.E),
    CP_MISSING(Severity.E),
    CP_FORMAT(Severity.E),
    CP_STORED(Severity.N),
    CP_DEPARTMENT(Severity.W),
    GEO_HALF(Severity.E),
    GEO_NUMBER(Severity.E),
    GEO_RANGE(Severity.E),
    GEO_NONE(Severity.W),
    GEO_SWAPPED(Severity.W),
    GEO_OUTSIDE(Severity.W),
    GEO_STORED(Severity.N),
    GEO_PRECISION(Severity.W),
    TEL_TWO_NUMBERS(Severity.W),
    TEL_EXTENSION(Severity.W),
    TEL_EMAIL(Severity.E),
    TEL_WORDS(Severity.E),
    TEL_FORMAT(Severity.E),
    TEL_STORED(Severity.N),
    URL_EMAIL(Severity.E),
    URL_PHONE(Severity.E),
    URL_SCHEME(Severity.E),
    URL_SPACES(Severity.E),
    URL_WORD(Severity.E),
    URL_FORMAT(Severity.E),
    URL_STORED(Severity.N),
    HOR_UNREAD(Severity.W),
    HOR_SUGGESTED(Severity.W),
    HOR_NO_HOURS(Severity.E),
    HOR_ALTERNATING(Severity.W),
    HOR_FOR_A_TIME(Severity.W),
    HOR_PAST(Severity.W),
    HOR_NO_SUCH_TIME(Severity.E),
    HOR_ENDS_BEFORE_START(Severity.E),
    HOR_OUT_OF_ORDER(Severity.E),
    HOR_TOO_MANY_RANGES(Severity.E),
    HOR_STORED(Severity.N),
    HOR_WEEK_READ(Severity.N),
    DATE_FORMAT(Severity.E),
    DATE_CLOSES_FIRST(Severity.E),
    DATE_STORED(Severity.N),
    RDV_NO_CONTACT(Severity.W),
    RDV_UNKNOWN(Severity.W),
    RDV_STORED(Severity.N),
    TXT_MISSING(Severity.W),
    TXT_CLEANED(Severity.W),
    TXT_TOO_LONG(Severity.W),
    TXT_EMAIL(Severity.W),
    TXT_MOBILE(Severity.W),
    TXT_STORED(Severity.W),
    TXT_TOWN(Severity.W),
    TXT_HIDDEN(Severity.W),
    TXT_NO_EMAIL(Severity.W),
    LIST_UNKNOWN(Severity.W),
    LIST_STORED(Severity.N),
    LIST_FLAG_UNKNOWN(Severity.W),
    LIST_FLAG_STORED(Severity.N),
    OFFRE_NONE(Severity.E),
    OFFRE_KIND(Severity.E),
    OFFRE_NO_TEST(Severity.E),
    OFFRE_UNKNOWN_TEST(Severity.E),
    OFFRE_TEST_STORED(Severity.N),
    OFFRE_NO_PROFESSIONAL_DATA(Severity.E),
    OFFRE_NO_WORKPLACE(Severity.E),
    OFFRE_SALARIED_ONLY(Severity.E),
    OFFRE_NO_TESTING(Severity.E),
    OFFRE_NO_VACCINATION(Severity.E);

    private final Severity severity;

    Remark(Severity severity) {
        this.severity = severity;
    }

    /** Such as {@code V-TEL}: the first word of the constant's name. */
    String rule() {
        return "V-" + name().substring(0, name().indexOf('_'));
    }

    Severity severity() {
        return severity;
    }

    /** Such as {@code V-TEL.two-numbers}: the rule, then the rest of the constant's name. */
    String key() {
        var rest = name().substring(name().indexOf('_') + 1);
        return rule() + "." + rest.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault and the step to take; some texts repeat the value. */
    Bilingual text(String value) {
        return Bilingual.beside(Remark.class, "remarks", key(), value);
    }
}
