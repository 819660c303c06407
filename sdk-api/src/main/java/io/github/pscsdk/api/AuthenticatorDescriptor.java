package io.github.pscsdk.api;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The facts of an authenticator that a host must know to offer it.
 *
 * @param id by which hosts name the authenticator in a request: a lower-case letter, then up to 31 lower-case letters,
 *     digits and dashes. Stable
 * @param wayIn the way in that it uses unless the request chooses another
 * @param name what to show in each language
 * @param needsNationalId whether the national identifier must be known before the login. It comes from the request, or
 *     else the engine asks the host's {@link LoginDialog} first. This applies to the back channel only: a page in a
 *     browser asks by itself
 * @param settings what can be set, in the order in which it was declared: 32 at most, each with a name of its own
 */
public record AuthenticatorDescriptor(
        String id, WayIn wayIn, BilingualLine name, boolean needsNationalId, List<AuthenticatorSetting> settings) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MOST_SETTINGS = 32;

    public AuthenticatorDescriptor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an authenticator id is lower-case letters, digits and dashes");
        }
        Objects.requireNonNull(wayIn, "wayIn");
        Objects.requireNonNull(name, "name");
        settings = List.copyOf(settings);
        if (settings.size() > MOST_SETTINGS
                || settings.stream().map(AuthenticatorSetting::name).distinct().count() < settings.size()) {
            throw new IllegalArgumentException("at most " + MOST_SETTINGS + " settings, each with a name of its own");
        }
    }

    /** An authenticator that finds out who is logging in by itself and has nothing to set. */
    public static AuthenticatorDescriptor of(String id, WayIn wayIn, String frenchName, String englishName) {
        return new AuthenticatorDescriptor(id, wayIn, BilingualLine.of(frenchName, englishName), false, List.of());
    }

    /** A copy that says that the national identifier must be known before the login. */
    public AuthenticatorDescriptor needingNationalId() {
        return new AuthenticatorDescriptor(id, wayIn, name, true, settings);
    }

    /** A copy with one more setting. */
    public AuthenticatorDescriptor withSetting(AuthenticatorSetting setting) {
        var more = new ArrayList<>(settings);
        more.add(setting);
        return new AuthenticatorDescriptor(id, wayIn, name, needsNationalId, more);
    }

    /** The name in the person's language: French where asked for, English otherwise. */
    public String displayName(Locale locale) {
        return name.in(locale);
    }

    @Override
    public String toString() {
        return "AuthenticatorDescriptor[" + id + ", " + wayIn + "]";
    }
}
