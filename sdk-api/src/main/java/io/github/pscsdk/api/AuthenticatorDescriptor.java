package io.github.pscsdk.api;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a host must know to offer an authenticator. Immutable. */
public final class AuthenticatorDescriptor {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MOST_SETTINGS = 32;

    private final String id;
    private final WayIn wayIn;
    private final ShortText name;
    private final boolean needsNationalId;
    private final List<AuthenticatorSetting> settings;

    private AuthenticatorDescriptor(
            String id, WayIn wayIn, ShortText name, boolean needsNationalId, List<AuthenticatorSetting> settings) {
        this.id = id;
        this.wayIn = wayIn;
        this.name = name;
        this.needsNationalId = needsNationalId;
        this.settings = settings;
    }

    /**
     * An authenticator that finds out who is logging in by itself and has nothing to set.
     *
     * @param id stable: a lower-case letter, then up to 31 lower-case letters, digits and dashes
     * @param wayIn the way in that it uses unless the request chooses another
     * @param frenchName what to show in French; see {@link ShortText}
     */
    public static AuthenticatorDescriptor of(String id, WayIn wayIn, String frenchName, String englishName) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an authenticator id is lower-case letters, digits and dashes");
        }
        return new AuthenticatorDescriptor(
                id, Objects.requireNonNull(wayIn, "wayIn"), ShortText.of(frenchName, englishName), false, List.of());
    }

    /** A copy that says that the national identifier must be known before the login; see {@link #needsNationalId()}. */
    public AuthenticatorDescriptor needingNationalId() {
        return new AuthenticatorDescriptor(id, wayIn, name, true, settings);
    }

    /** A copy with one more setting, of another name; 32 at most. */
    public AuthenticatorDescriptor withSetting(AuthenticatorSetting setting) {
        if (settings.size() == MOST_SETTINGS
                || settings.stream().anyMatch(other -> other.name().equals(setting.name()))) {
            throw new IllegalArgumentException("at most " + MOST_SETTINGS + " settings, each with a name of its own");
        }
        var more = new ArrayList<>(settings);
        more.add(setting);
        return new AuthenticatorDescriptor(id, wayIn, name, needsNationalId, List.copyOf(more));
    }

    /** The id, by which hosts name the authenticator in a request. */
    public String id() {
        return id;
    }

    /** The way in that it uses unless the request chooses another. */
    public WayIn wayIn() {
        return wayIn;
    }

    /**
     * Whether the national identifier must be known before the login. It comes from the request, or else the engine asks
     * the host's {@link LoginDialog} first. This applies to the back channel only: a page in a browser asks by itself.
     */
    public boolean needsNationalId() {
        return needsNationalId;
    }

    /** What can be set, in the order in which it was declared. */
    public List<AuthenticatorSetting> settings() {
        return settings;
    }

    /** The name in the person's language: French where asked for, English otherwise. */
    public String displayName(Locale locale) {
        return name.in(locale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthenticatorDescriptor descriptor
                && id.equals(descriptor.id)
                && wayIn == descriptor.wayIn
                && name.equals(descriptor.name)
                && needsNationalId == descriptor.needsNationalId
                && settings.equals(descriptor.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, wayIn, name, needsNationalId, settings);
    }

    @Override
    public String toString() {
        return "AuthenticatorDescriptor[" + id + ", " + wayIn + "]";
    }
}
