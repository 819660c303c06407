package io.github.pscsdk.relyingparty.environment;

import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The levels of assurance ({@code acr} of the ID token; OpenID Connect Core 1.0, section 2) with which a service lets
 * people in, at logins and refreshes. PSC is always asked for {@code eidas1}; what it answers differs by means and by
 * year.
 *
 * @param accepted at least one level; of letters, digits and {@code . _ : / -}
 * @param required whether an ID token without a level is refused
 */
public record AcrPolicy(Set<String> accepted, boolean required) {
    private static final Pattern LEVEL = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");

    /** The default: {@code eidas1} to {@code eidas3}, or none at all, which is logged. */
    public static final AcrPolicy DEFAULT = accepting(PscProfile.ACCEPTED_ACR).orNone();

    /** Refuses values that no level can have. */
    public AcrPolicy {
        accepted = Set.copyOf(accepted);
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("a service accepts at least one level of assurance");
        }
        if (!accepted.stream().allMatch(level -> LEVEL.matcher(level).matches())) {
            throw new IllegalArgumentException(
                    "a level of assurance has 1 to 64 letters, digits, dots, underscores, colons, slashes and hyphens");
        }
    }

    /** These levels and no other; a token without one is refused too. */
    public static AcrPolicy accepting(Set<String> levels) {
        return new AcrPolicy(levels, true);
    }

    /** A copy that also lets in whoever comes without a level. */
    public AcrPolicy orNone() {
        return new AcrPolicy(accepted, false);
    }

    /** Whether somebody with that level, or without one, is let in. */
    public boolean accepts(Optional<String> level) {
        return level.map(accepted::contains).orElse(!required);
    }
}
