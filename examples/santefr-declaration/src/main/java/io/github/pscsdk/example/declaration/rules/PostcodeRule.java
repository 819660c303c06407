package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * V-CP: five digits. A department other than that of the INSEE code only warns: post offices serve communes across the
 * border of a department, and 97150 lies in 978.
 */
final class PostcodeRule {
    private static final Pattern SHAPE = Pattern.compile("\\d{5}");
    private static final Pattern COMMUNE = Pattern.compile("(?!99)(\\d{5}|2[AB]\\d{3})");

    private PostcodeRule() {}

    static Optional<String> check(Optional<String> raw, Optional<String> inseeCode, String field, Findings findings) {
        var postcode = Blanks.given(raw);
        if (postcode.isEmpty()) {
            findings.add(Remark.CP_MISSING, field);
        } else if (!SHAPE.matcher(postcode.get()).matches()) {
            findings.add(Remark.CP_SHAPE, field);
        } else if (inseeCode
                .filter(code -> COMMUNE.matcher(code).matches())
                .filter(code -> !department(code).equals(department(postcode.get())))
                .isPresent()) {
            findings.add(Remark.CP_DEPARTMENT, field);
        }
        return postcode;
    }

    /** Two digits, three overseas; 20 for both departments of Corsica, as postcodes have it. */
    private static String department(String code) {
        var overseas = code.startsWith("97") || code.startsWith("98");
        var department = code.substring(0, overseas ? 3 : 2);
        return department.equals("2A") || department.equals("2B") ? "20" : department;
    }
}
