package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.rules.Finding.RuleId;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Locale;

/**
 * Everything that the rules can say. The texts are in {@code remarks_fr.properties} and {@code remarks_en.properties},
 * for a practitioner to read: what is wrong and what to do, in that order.
 */
enum Remark {
    IDN_RPPS_WITHOUT_PREFIX(RuleId.V_IDN, Severity.E),
    IDN_ADELI_WITHOUT_PREFIX(RuleId.V_IDN, Severity.E),
    IDN_FORMAT(RuleId.V_IDN, Severity.E),
    IDN_SOMEBODY_ELSE(RuleId.V_IDN, Severity.E),
    IDN_STORED(RuleId.V_IDN, Severity.N),
    RPPS_FORMAT(RuleId.V_RPPS, Severity.W),
    RPPS_KEY(RuleId.V_RPPS, Severity.W),
    RPPS_OTHER(RuleId.V_RPPS, Severity.W),
    FINESS_FORMAT(RuleId.V_FINESS, Severity.E),
    FINESS_KEY(RuleId.V_FINESS, Severity.E),
    SIREN_FORMAT(RuleId.V_SIREN, Severity.W),
    SIREN_KEY(RuleId.V_SIREN, Severity.W),
    SIREN_SIRET_FORMAT(RuleId.V_SIREN, Severity.W),
    SIREN_SIRET_KEY(RuleId.V_SIREN, Severity.W),
    INSEE_FORMAT(RuleId.V_INSEE, Severity.E),
    INSEE_FOREIGN(RuleId.V_INSEE, Severity.E),
    CP_MISSING(RuleId.V_CP, Severity.E),
    CP_FORMAT(RuleId.V_CP, Severity.E),
    CP_STORED(RuleId.V_CP, Severity.N),
    CP_DEPARTMENT(RuleId.V_CP, Severity.W),
    GEO_HALF(RuleId.V_GEO, Severity.E),
    GEO_NUMBER(RuleId.V_GEO, Severity.E),
    GEO_RANGE(RuleId.V_GEO, Severity.E),
    GEO_NONE(RuleId.V_GEO, Severity.W),
    GEO_SWAPPED(RuleId.V_GEO, Severity.W),
    GEO_OUTSIDE(RuleId.V_GEO, Severity.W),
    GEO_STORED(RuleId.V_GEO, Severity.N),
    GEO_PRECISION(RuleId.V_GEO, Severity.W),
    TEL_TWO_NUMBERS(RuleId.V_TEL, Severity.W),
    TEL_EXTENSION(RuleId.V_TEL, Severity.W),
    TEL_EMAIL(RuleId.V_TEL, Severity.E),
    TEL_WORDS(RuleId.V_TEL, Severity.E),
    TEL_FORMAT(RuleId.V_TEL, Severity.E),
    TEL_STORED(RuleId.V_TEL, Severity.N),
    URL_EMAIL(RuleId.V_URL, Severity.E),
    URL_PHONE(RuleId.V_URL, Severity.E),
    URL_SCHEME(RuleId.V_URL, Severity.E),
    URL_SPACES(RuleId.V_URL, Severity.E),
    URL_WORD(RuleId.V_URL, Severity.E),
    URL_FORMAT(RuleId.V_URL, Severity.E),
    URL_STORED(RuleId.V_URL, Severity.N),
    HOR_UNREAD(RuleId.V_HOR, Severity.W),
    HOR_SUGGESTED(RuleId.V_HOR, Severity.W),
    HOR_NO_HOURS(RuleId.V_HOR, Severity.E),
    HOR_ALTERNATING(RuleId.V_HOR, Severity.W),
    HOR_NO_SUCH_TIME(RuleId.V_HOR, Severity.E),
    HOR_ENDS_BEFORE_START(RuleId.V_HOR, Severity.E),
    HOR_OUT_OF_ORDER(RuleId.V_HOR, Severity.E),
    HOR_TOO_MANY_RANGES(RuleId.V_HOR, Severity.E),
    HOR_STORED(RuleId.V_HOR, Severity.N),
    HOR_WEEK_READ(RuleId.V_HOR, Severity.N),
    DATE_FORMAT(RuleId.V_DATE, Severity.E),
    DATE_CLOSES_FIRST(RuleId.V_DATE, Severity.E),
    DATE_STORED(RuleId.V_DATE, Severity.N),
    RDV_NO_CONTACT(RuleId.V_RDV, Severity.W),
    RDV_UNKNOWN(RuleId.V_RDV, Severity.W),
    RDV_STORED(RuleId.V_RDV, Severity.N),
    TXT_MISSING(RuleId.V_TXT, Severity.W),
    TXT_CLEANED(RuleId.V_TXT, Severity.W),
    TXT_TOO_LONG(RuleId.V_TXT, Severity.W),
    TXT_EMAIL(RuleId.V_TXT, Severity.W),
    TXT_MOBILE(RuleId.V_TXT, Severity.W),
    TXT_STORED(RuleId.V_TXT, Severity.W),
    TXT_TOWN(RuleId.V_TXT, Severity.W),
    TXT_HIDDEN(RuleId.V_TXT, Severity.W),
    TXT_NO_EMAIL(RuleId.V_TXT, Severity.W),
    LIST_UNKNOWN(RuleId.V_LIST, Severity.W),
    LIST_STORED(RuleId.V_LIST, Severity.N),
    LIST_FLAG_UNKNOWN(RuleId.V_LIST, Severity.W),
    LIST_FLAG_STORED(RuleId.V_LIST, Severity.N),
    OFFRE_NONE(RuleId.V_OFFRE, Severity.E),
    OFFRE_KIND(RuleId.V_OFFRE, Severity.E),
    OFFRE_AGAIN(RuleId.V_OFFRE, Severity.E),
    OFFRE_NO_TEST(RuleId.V_OFFRE, Severity.E),
    OFFRE_UNKNOWN_TEST(RuleId.V_OFFRE, Severity.E),
    OFFRE_TEST_STORED(RuleId.V_OFFRE, Severity.N),
    OFFRE_NO_PROFESSIONAL_DATA(RuleId.V_OFFRE, Severity.E),
    OFFRE_NO_WORKPLACE(RuleId.V_OFFRE, Severity.E),
    OFFRE_SALARIED_ONLY(RuleId.V_OFFRE, Severity.E),
    OFFRE_NO_TESTING(RuleId.V_OFFRE, Severity.E),
    OFFRE_NO_VACCINATION(RuleId.V_OFFRE, Severity.E);

    private static final Texts FRENCH = Texts.beside(Remark.class, "remarks", Language.FRENCH);
    private static final Texts ENGLISH = Texts.beside(Remark.class, "remarks", Language.ENGLISH);

    private final RuleId rule;
    private final Severity severity;

    Remark(RuleId rule, Severity severity) {
        this.rule = rule;
        this.severity = severity;
    }

    RuleId rule() {
        return rule;
    }

    Severity severity() {
        return severity;
    }

    /** Such as {@code V-TEL.two-numbers}: the rule, then the rest of the constant's name. */
    String key() {
        var rest = name().substring(name().indexOf('_') + 1);
        return rule.code() + "." + rest.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String french(String value) {
        return FRENCH.get(key(), value);
    }

    String english(String value) {
        return ENGLISH.get(key(), value);
    }
}
