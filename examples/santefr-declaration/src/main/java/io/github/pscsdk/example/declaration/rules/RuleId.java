package io.github.pscsdk.example.declaration.rules;

/** The rules, by the identifiers under which findings name them. */
public enum RuleId {
    /** National identifier. */
    V_IDN,
    /** RPPS number. */
    V_RPPS,
    /** FINESS number. */
    V_FINESS,
    /** SIREN and SIRET numbers. */
    V_SIREN,
    /** Code of the commune. */
    V_INSEE,
    /** Postcode. */
    V_CP,
    /** Position. */
    V_GEO,
    /** Telephone. */
    V_TEL,
    /** Website. */
    V_URL,
    /** Opening hours. */
    V_HOR,
    /** Dates. */
    V_DATE,
    /** By appointment, so a way to book. */
    V_RDV,
    /** Public texts. */
    V_TXT,
    /** Values of a list, and yes or no: no rule of the reference, but ours. */
    V_LIST,
    /** Something offered by somebody entitled to. */
    V_OFFRE;

    /** The identifier, such as {@code V-TEL}. */
    public String code() {
        return name().replace('_', '-');
    }
}
