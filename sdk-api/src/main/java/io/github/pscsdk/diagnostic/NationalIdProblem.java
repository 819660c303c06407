package io.github.pscsdk.diagnostic;

/**
 * The reason why a typed text is no national identifier. A host shows the remedy beside the field, also while the
 * person types. The texts never repeat what was typed. A minor version may add constants: keep a default branch.
 */
public enum NationalIdProblem implements Problem {
    /** Nothing is wrong so far, but characters are missing. Also for an empty field. */
    TOO_SHORT("IDN-001"),
    /** It has more characters than any identifier that begins in this way. */
    TOO_LONG("IDN-002"),
    /** It has a character that no identifier has, or a letter where only digits are allowed. */
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

    /** Always the person who types. */
    @Override
    public Party party() {
        return Party.PROFESSIONAL;
    }
}
