package io.github.pscsdk.api.professional;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the identifiers of a professional (member of {@code otherIds} in UserInfo).
 *
 * @param value the identifier, prefix included where the source gives one
 * @param origin the register that issued it, such as {@code RPPS}, {@code ADELI}, {@code EDIT} or {@code PSI}; kept as
 *     received
 */
public record OtherId(String value, String origin) {
    private static final Pattern BARE_RPPS = Pattern.compile("\\d{11}");
    private static final Pattern BARE_ADELI = Pattern.compile("\\d[0-9ABab]\\d{7}");

    /** The same as a national identifier, with the prefix of its register; empty where it cannot be one. */
    public Optional<NationalId> nationalId() {
        try {
            return Optional.of(new NationalId(prefix() + value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String prefix() {
        if (origin.equals("RPPS") && BARE_RPPS.matcher(value).matches()) {
            return "8";
        }
        return origin.equals("ADELI") && BARE_ADELI.matcher(value).matches() ? "0" : "";
    }

    @Override
    public String toString() {
        return "OtherId[" + origin + "]";
    }
}
