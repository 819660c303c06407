package io.github.pscsdk.relyingparty.internal.profile;

import io.github.pscsdk.api.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Every constant of Pro Santé Connect, with how sure we are of it: CERTAIN = ANS writes it or PSC was seen to do it;
 * LIKELY = several third parties agree; GUESS = inferred. A value that a caller may need to change has a switch in
 * {@code PscEnvironment} or the builder of {@code RelyingParty}.
 */
public final class PscProfile {
    /** Production issuer. CERTAIN. */
    public static final URI PRODUCTION_ISSUER = URI.create("https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet");
    /** Production login page. CERTAIN. */
    public static final URI PRODUCTION_AUTHORIZATION = URI.create("https://wallet.esw.esante.gouv.fr/auth");
    /** Sandbox (BAS) issuer since mid-2022. CERTAIN. */
    public static final URI SANDBOX_ISSUER =
            URI.create("https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet");
    /** Sandbox (BAS) login page since mid-2022. CERTAIN. */
    public static final URI SANDBOX_AUTHORIZATION = URI.create("https://wallet.bas.psc.esante.gouv.fr/auth");
    /** The sandbox's hosts until mid-2022. That they are gone is LIKELY, that they were renamed is CERTAIN. */
    public static final String RETIRED_SANDBOX_HOSTS = ".bas.esw.esante.gouv.fr";

    /** Appended to the issuer. CERTAIN; the realm's standard document would name another login page. */
    public static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    /** The scope of a login. CERTAIN. */
    public static final String SCOPE = "openid scope_all";
    /** The only level that may be asked for. CERTAIN for the value; that others are refused is LIKELY. */
    public static final String ACR_VALUES = "eidas1";
    /** Levels that may come back in the ID token. GUESS: cards were seen with eidas3, but in access tokens only. */
    public static final Set<String> ACCEPTED_ACR = Set.of("eidas1", "eidas2", "eidas3");

    /**
     * PSC's own parameter of a back-channel request. CERTAIN that ANS sends it; whether it is compulsory is unknown.
     */
    public static final String CHANNEL_PARAMETER = "channel";
    /** Keycloak's parameter that leads to a delegated hospital's login. LIKELY. */
    public static final String IDENTITY_PROVIDER_PARAMETER = "kc_idp_hint";
    /** Between two polls where PSC names no interval. CIBA Core 1.0, section 7.3. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(5);
    /** Added at each {@code slow_down}. CIBA Core 1.0, section 11: at least five seconds. */
    public static final Duration SLOW_DOWN_STEP = Duration.ofSeconds(5);

    /** A PSC session ends so long after {@code auth_time}. CERTAIN. */
    public static final Duration SESSION_LIMIT = Duration.ofHours(4);
    /** A PSC session ends after so long without activity. CERTAIN; that a refresh counts as activity is a GUESS. */
    public static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);
    /** How long a refresh token lives of which PSC does not say it ({@code refresh_expires_in}). CERTAIN. */
    public static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofMinutes(30);
    /** How long a login page may be left open. GUESS: ANS's own samples allow 2 to 15 minutes. */
    public static final Duration BROWSER_LOGIN_TIMEOUT = Duration.ofMinutes(10);
    /** How far clocks may be apart. LIKELY: integrators use 60 to 300 s; tokens live 120 s. */
    public static final Duration LEEWAY = Duration.ofSeconds(60);

    /**
     * Where a return without {@code iss} is taken although the metadata announce it (RFC 9207), as Keycloak does for a
     * login page on another host. That the page sends {@code iss} is LIKELY.
     */
    public static final Set<Environment> PERHAPS_WITHOUT_ISSUER = Set.of(Environment.PRODUCTION, Environment.SANDBOX);

    /** Signature of ID tokens. CERTAIN. */
    public static final Set<String> ID_TOKEN_ALGORITHMS = Set.of("RS256");

    /**
     * Keycloak's parameter of a token exchange that names the subject token's issuer. CERTAIN that ANS's proxy sends
     * it.
     */
    public static final String SUBJECT_ISSUER = "psc";

    private PscProfile() {}
}
