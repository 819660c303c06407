package io.github.pscsdk.relyingparty.session;

import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A browser login that was begun: send the browser to {@code authorizationUri} and keep {@code state} bound to that
 * browser (a short-lived cookie), so that nobody finishes another one's login (RFC 9700, section 4.7).
 *
 * @param authorizationUri where the professional logs in; holds the state, so it is not for a log
 * @param state the value to hand to {@link RelyingParty#completeBrowserLogin}; single use
 * @param expiresAt when the login is given up
 */
public record BrowserLogin(URI authorizationUri, String state, Instant expiresAt) {
    public BrowserLogin {
        Objects.requireNonNull(authorizationUri, "authorizationUri");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "BrowserLogin[" + authorizationUri.getHost() + ", until " + expiresAt + "]";
    }

    /**
     * Wishes of a browser login beyond the usual. Immutable.
     *
     * <p>A browser in which PSC has a session comes back without any page, as the person of that session, whoever sits
     * there now. To exclude that, ask anew, or limit the age of the login. Whether PSC heeds either is a GUESS, so both
     * are checked against {@code auth_time} at the return: {@link RelyingParty#completeBrowserLogin}.
     *
     * @param asksAnew whether the person must prove anew who they are
     * @param maxAge how long ago the person may have proved who they are; empty where any login of the session will do
     * @param identityProvider the one that PSC is to lead to; empty where the person chooses
     */
    public record Options(boolean asksAnew, Optional<Duration> maxAge, Optional<String> identityProvider) {
        // No session of PSC is as old.
        private static final Duration LONGEST_AGE = Duration.ofDays(1);

        /** Refuses an age that is no whole seconds or over a day, and an empty alias. */
        public Options {
            if (maxAge.filter(age -> age.isNegative() || age.getNano() != 0 || age.compareTo(LONGEST_AGE) > 0)
                    .isPresent()) {
                throw new IllegalArgumentException("the age of a login is whole seconds, from none to a day");
            }
            if (identityProvider.filter(String::isBlank).isPresent()) {
                throw new IllegalArgumentException("the alias of the identity provider is empty");
            }
        }

        /** Nothing beyond the usual: a session that PSC has in the browser will do, whoever's it is. */
        public static Options none() {
            return new Options(false, Optional.empty(), Optional.empty());
        }

        /** Has the person prove anew who they are: {@code prompt=login} (OpenID Connect Core 1.0, section 3.1.2.1). */
        public Options askingAnew() {
            return new Options(true, maxAge, identityProvider);
        }

        /**
         * Has the person prove anew who they are unless they did within that time: {@code max_age} (as above).
         *
         * @param limit whole seconds, at most a day; zero always asks
         */
        public Options withMaxAge(Duration limit) {
            return new Options(asksAnew, Optional.of(Objects.requireNonNull(limit, "limit")), identityProvider);
        }

        /**
         * Leads to the login of a hospital to which PSC delegates: {@code kc_idp_hint} of Keycloak. That PSC knows it
         * is LIKELY.
         *
         * @param alias as ANS and the hospital agreed
         */
        public Options withIdentityProvider(String alias) {
            return new Options(asksAnew, maxAge, Optional.of(Objects.requireNonNull(alias, "alias")));
        }
    }
}
