package io.github.pscsdk.diagnostic;

/**
 * Why what a person typed is no national identifier. A host shows the remedy beside the field, also while it is being
 * filled; the texts never repeat what was typed. A minor version may add constants: keep a default branch.
 */
public enum NationalIdProblem implements Problem {
    /** Nothing wrong so far, but characters are missing; also for an empty field. */
    TOO_SHORT("IDN-001"),
    /** More characters than any identifier that begins like this. */
    TOO_LONG("IDN-002"),
    /** A character that is in no identifier, or a letter where digits stand. */
    ODD_CHARACTER("IDN-003"),
    /** An RPPS number whose last digit, a Luhn key, does not fit the others: a digit is wrong, or two are swapped. */
    RPPS_KEY_WRONG("IDN-004"),
    /** An international telephone number. */
    PHONE_NUMBER("IDN-005"),
    /** The number of an establishment: 14 digits with a key. */
    SIRET_NUMBER("IDN-006"),
    /** An e-mail address. */
    EMAIL_ADDRESS("IDN-007"),
    /** Letters only. */
    NAME("IDN-008");

    private final String code;

    NationalIdProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Always who types. */
    @Override
    public Party party() {
        return Party.PROFESSIONAL;
    }
}
