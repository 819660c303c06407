package io.github.pscsdk.api;

/**
 * One of the identifiers of a professional (member of {@code otherIds} in UserInfo).
 *
 * @param value the identifier, prefix included where the source gives one
 * @param origin the register that issued it, such as {@code RPPS}, {@code ADELI} or {@code EDIT}; kept as received
 */
public record OtherId(String value, String origin) {
    @Override
    public String toString() {
        return "OtherId[" + origin + "]";
    }
}
