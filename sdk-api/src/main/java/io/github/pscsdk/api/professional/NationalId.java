package io.github.pscsdk.api.professional;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The national identifier of a professional (<i>identifiant national</i>, idNat_PS), kept whole and never interpreted.
 *
 * <p>Most are {@code 8} + RPPS number or {@code 0} + ADELI number, but staff identifiers hold letters and a slash, test
 * identities of EDIT begin with {@code ANS}, and Pro Santé Identité probably uses UUIDs. So the type accepts every
 * documented shape (TRE_G08 of the ANS nomenclatures) and others of the same characters; only {@link #ofRpps}, {@link
 * #ofAdeli} and {@link #ofTyped} check what a person types. Two identifiers {@linkplain #matches match} regardless of
 * case.
 *
 * @param value the identifier as Pro Santé Connect spells it
 */
public record NationalId(String value) {
    // Longest documented shape: prefix + SIRET + "/" + internal register id; an MSSanté address after "10" holds "@",
    // and a
    // URN, as a technical identifier might be, ":".
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z/_.:@+-]{5,127}");
    private static final Pattern RPPS = Pattern.compile("\\d{11}");
    private static final Pattern ADELI = Pattern.compile("\\d[0-9AB]\\d{7}");

    /** Which register an identifier is of, by its shape. A minor version may add constants: keep a default branch. */
    public enum Kind {
        /** The directory of professionals (<i>répertoire partagé</i>). */
        RPPS("8\\d{11}", true),
        /** The former directory of some professions. That it has ten characters is likely. */
        ADELI("0\\d[0-9ABab]\\d{7}", true),
        /** Pro Santé Identité: a UUID. A guess, since its shape is not published. */
        PSI("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", true),
        /** The register of a practice or an establishment, for its staff. */
        STRUCTURE("[13456][0-9A-Za-z]{8,20}/.+", false),
        /** A test identity of EDIT. */
        EDIT("(?i:ANS)\\d{14}", false),
        /** Another one. */
        UNKNOWN(".*", false);

        private final Pattern shape;
        private final boolean single;

        Kind(String shape, boolean single) {
            this.shape = Pattern.compile(shape);
            this.single = single;
        }

        /** Whether that register gives a person one number, so that two are of two people. */
        public boolean isSingle() {
            return single;
        }
    }

    /** Refuses only a value of no documented shape. The message never repeats the value. */
    public NationalId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a national identifier");
        }
    }

    /**
     * Builds the identifier from the 11-digit RPPS number printed on the card; its last digit is a Luhn key.
     *
     * @param rpps 11 digits; spaces are ignored
     * @throws IllegalArgumentException if it has not 11 digits or the key is wrong
     */
    public static NationalId ofRpps(String rpps) {
        var digits = withoutSpaces(rpps);
        if (!RPPS.matcher(digits).matches()) {
            throw new IllegalArgumentException("an RPPS number has 11 digits");
        }
        if (!hasLuhnKey(digits)) {
            throw new IllegalArgumentException("the key of the RPPS number is wrong");
        }
        return new NationalId("8" + digits);
    }

    /**
     * Builds the identifier from the 9-character ADELI number: digits, with {@code A} or {@code B} in the second place
     * for Corsica. No key rule is published. Spaces are ignored.
     *
     * @throws IllegalArgumentException if the shape is wrong
     */
    public static NationalId ofAdeli(String adeli) {
        var characters = withoutSpaces(adeli).toUpperCase(Locale.ROOT);
        if (!ADELI.matcher(characters).matches()) {
            throw new IllegalArgumentException("an ADELI number has 9 characters: digits, or A or B in second place");
        }
        return new NationalId("0" + characters);
    }

    /**
     * Reads what a person typed, in any documented shape.
     *
     * <p>An RPPS number of 11 digits gets its {@code 8} and its key is checked, an ADELI number of 9 characters its
     * {@code 0}; with the prefix typed they are accepted too, and the other documented shapes unchanged. Spaces are
     * ignored, and so are dots and dashes except in the shapes with a slash or an address.
     *
     * <p>A FINESS or SIREN number and a French telephone number look like ADELI numbers: they are accepted here, and
     * Pro Santé Connect then does not know them.
     *
     * @throws IllegalArgumentException if there is a {@linkplain #problemOf problem}; repeats nothing of the text
     */
    public static NationalId ofTyped(String typed) {
        var written = TypedShape.written(typed);
        return TypedShape.of(written).reading().apply(written);
    }

    /**
     * The reason why {@link #ofTyped} does not read a text, with a remedy; empty if it does. A field asks at each key:
     * {@link NationalIdProblem#TOO_SHORT} says that nothing is wrong so far.
     */
    public static Optional<NationalIdProblem> problemOf(String typed) {
        return TypedShape.of(TypedShape.written(typed)).problem();
    }

    /** Which register it is of, to show it under the right name; one of an unknown register is as good as any. */
    public Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.shape.matcher(value).matches())
                .findFirst()
                .orElseThrow();
    }

    /** Whether it looks like one that the sandbox alone knows: of EDIT, or with an RPPS number that begins with 997. */
    public boolean isTestIdentity() {
        return kind() == Kind.EDIT || kind() == Kind.RPPS && value.startsWith("8997");
    }

    /** The same in capitals: the one spelling to keep data under, and to look it up by. */
    public NationalId canonical() {
        return new NationalId(value.toUpperCase(Locale.ROOT));
    }

    /** Whether both name the same person; the case of letters does not count. */
    public boolean matches(NationalId other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** Whether the last digit is the Luhn key of those before it (ISO/IEC 7812-1, annex B). */
    static boolean hasLuhnKey(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        // Ten divides a sum and its negative alike.
        return sum % 10 == 0;
    }

    private static String withoutSpaces(String typed) {
        return typed.replaceAll("[\\s\\u00A0\\u202F]", "");
    }

    /** Prints the last three characters only: enough for a support desk, too little to identify a person. */
    @Override
    public String toString() {
        return "NationalId[…" + value.substring(value.length() - 3) + "]";
    }
}
