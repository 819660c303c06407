package io.github.pscsdk.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The means by which the professional identified, as {@code authMode} of the ID token and of UserInfo names it. The set
 * is open: Pro Santé Connect may name one that this version does not know, which is as good as the others. Not the
 * level of assurance ({@code acr}), which does not tell card from phone.
 *
 * @param name in capitals, such as {@code CARD}
 */
public record Means(String name) {
    /** The CPS card. */
    public static final Means CARD = new Means("CARD");
    /** The e-CPS on the phone. */
    public static final Means MOBILE = new Means("MOBILE");
    /**
     * The identity provider of an organisation, such as a hospital, to which Pro Santé Connect delegates. The name is a
     * guess.
     */
    public static final Means IDENTITY_BROKER = new Means("IDENTITY_BROKER");
    /** A FIDO authenticator (W3C Web Authentication). The name is a guess. */
    public static final Means WEBAUTHN = new Means("WEBAUTHN");
    /** A means that Pro Santé Connect names by what can be no name. */
    public static final Means OTHER = new Means("OTHER");

    private static final Set<Means> KNOWN = Set.of(CARD, MOBILE, IDENTITY_BROKER, WEBAUTHN);

    /** Refuses what can be no name: blanks, signs, more than 64 characters. */
    public Means {
        name = name.toUpperCase(Locale.ROOT);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a means is named by 1 to 64 letters, digits, dots, hyphens and underscores");
        }
    }

    private static boolean isName(String text) {
        return Pattern.matches("[0-9A-Z._-]{1,64}", text);
    }

    /** The means that {@code authMode} names; empty where it is blank. */
    public static Optional<Means> named(String authMode) {
        if (authMode.isBlank()) {
            return Optional.empty();
        }
        var name = authMode.strip().toUpperCase(Locale.ROOT);
        return Optional.of(isName(name) ? new Means(name) : OTHER);
    }

    /** Whether this version knows it: {@link #CARD}, {@link #MOBILE}, {@link #IDENTITY_BROKER} or {@link #WEBAUTHN}. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}
