package io.github.pscsdk.api.professional;

/** The Luhn key of RPPS numbers (ISO/IEC 7812-1, annex B). */
final class Luhn {
    private Luhn() {}

    /** Whether the last digit is the key of those before it. */
    static boolean isValid(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        // Ten divides a sum and its negative alike.
        return sum % 10 == 0;
    }
}
