package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Language;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a host must know to offer an authenticator.
 *
 * @param id stable, lower case, such as {@code cps}, {@code ecps}, {@code stub}
 * @param wayIn the way in that it uses unless the request chooses another
 * @param needsNationalId whether the national identifier must be known before the login. It comes from the request,
 *     or else the engine asks the host's {@link LoginDialog} first. This applies to the back channel only: a page in
 *     a browser asks by itself
 * @param frenchName what to show in French
 * @param englishName what to show in English
 */
public record AuthenticatorDescriptor(
        String id, WayIn wayIn, boolean needsNationalId, String frenchName, String englishName) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the id's shape. */
    public AuthenticatorDescriptor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an authenticator id is lower-case letters, digits and dashes");
        }
        if (frenchName.isBlank() || englishName.isBlank()) {
            throw new IllegalArgumentException("an authenticator needs a name in French and in English");
        }
    }

    /** The name in the person's language: French where asked for, English otherwise. */
    public String displayName(Locale locale) {
        return Language.of(locale) == Language.FRENCH ? frenchName : englishName;
    }
}
