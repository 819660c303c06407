package io.github.pscsdk.command.internal.json;

/**
 * A finding as an earlier diagnosis wrote it down.
 *
 * @param where the subject of the examination and, of an authenticator, its id
 * @param code the problem's code
 * @param severity as it was written; a later version may know more words
 * @param title in the language of that diagnosis
 */
public record SeenFinding(String where, String code, String severity, String title) {
    /** Whether it is the same trouble in the same place: titles and severities may differ. */
    public boolean isSameAs(SeenFinding other) {
        return where.equals(other.where) && code.equals(other.code);
    }
}
