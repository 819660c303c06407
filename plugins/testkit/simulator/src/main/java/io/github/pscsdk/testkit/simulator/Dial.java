package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.Behaviour;
import io.github.pscsdk.testkit.persona.UserInfoVariant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting of the running simulator that a test or a person may change. A dial without a value changes nothing.
 * Immutable.
 *
 * @param <T> the type of its values
 */
public final class Dial<T> {
    /**
     * How every login that begins from now on goes: refused, expired, never answered, slowed down and more. By
     * default the persona decides.
     */
    public static final Dial<Behaviour> BEHAVIOUR = choice("behaviour", Behaviour.class);

    /** The year of tokens from now on, of living sessions too. The default is {@link TokenProfile#OF_2026}. */
    public static final Dial<TokenProfile> TOKEN_PROFILE = choice("token-profile", TokenProfile.class);

    /**
     * The {@code acr} of ID tokens of card logins. The default is {@link CardAcr#EIDAS2} with {@link TokenProfile#OF_2026}, and {@link
     * CardAcr#EIDAS1} with the years before.
     */
    public static final Dial<CardAcr> CARD_ACR = choice("card-acr", CardAcr.class);

    /** By which identifier persons are named from now on, in living sessions too. By default by the persona's. */
    public static final Dial<Identity> IDENTITY = choice("identity", Identity.class);

    /**
     * Whether the claim {@code PSISubjectNameID} of {@link TokenProfile#OF_2026} has a value, a UUID. By default it is there and
     * empty.
     */
    public static final Dial<Boolean> PSI_SUBJECT_NAME_ID =
            new Dial<>("psi-subject-name-id", Boolean.class, DialText::truth);

    /** The shape of UserInfo documents. By default the persona decides. */
    public static final Dial<UserInfoVariant> USER_INFO = choice("user-info", UserInfoVariant.class);

    /** The defect of ID tokens from now on. By default there is none. */
    public static final Dial<TokenDefect> TOKEN_DEFECT = choice("token-defect", TokenDefect.class);

    /** The defect of access tokens from now on, which a client must not read. By default there is none. */
    public static final Dial<TokenDefect> ACCESS_TOKEN_DEFECT = choice("access-token-defect", TokenDefect.class);

    /** The defect of back-channel logout tokens from now on. By default there is none. */
    public static final Dial<TokenDefect> LOGOUT_TOKEN_DEFECT = choice("logout-token-defect", TokenDefect.class);

    /**
     * How far {@code iat} and {@code exp} of ID tokens are ahead of the clock, or behind if negative. The default is
     * zero.
     */
    public static final Dial<Duration> CLOCK_SKEW = new Dial<>("clock-skew", Duration.class, DialText::duration);

    /** The same for access tokens. The simulator's own checks of them, and {@code expires_in}, follow the clock. */
    public static final Dial<Duration> ACCESS_TOKEN_SKEW =
            new Dial<>("access-token-skew", Duration.class, DialText::duration);

    /** The same for back-channel logout tokens. */
    public static final Dial<Duration> LOGOUT_TOKEN_SKEW =
            new Dial<>("logout-token-skew", Duration.class, DialText::duration);

    /** A change that Pro Santé Connect has not announced. By default there is none. */
    public static final Dial<Drift> DRIFT = choice("drift", Drift.class);

    /**
     * The claims that are missing in ID, access and logout tokens, in UserInfo and in introspection answers. By
     * default none is.
     */
    public static final Dial<ClaimNames> MISSING_CLAIMS =
            new Dial<>("missing-claims", ClaimNames.class, ClaimNames::parse);

    /**
     * The means of a browser login where the simulator answers by itself. The default is {@link BrowserMeans#MOBILE}, and {@link
     * BrowserMeans#IDENTITY_BROKER} where the request has {@code kc_idp_hint}.
     */
    public static final Dial<BrowserMeans> BROWSER_MEANS = choice("browser-means", BrowserMeans.class);

    /**
     * The same by a free name, such as that of a device which Pro Santé Connect will know one day. Prevails over {@link #BROWSER_MEANS};
     * by default there is none.
     */
    public static final Dial<String> BROWSER_MEANS_NAME =
            new Dial<>("browser-means-name", String.class, text -> new Means(text).name());

    /**
     * Whether a browser keeps its session at Pro Santé Connect by a cookie, which all clients share: the next login then
     * gets a code without a page. If not, every login shows the page and has a session of its own. The default is true.
     */
    public static final Dial<Boolean> BROWSER_SESSION = new Dial<>("browser-session", Boolean.class, DialText::truth);

    /** What {@code prompt} and {@code max_age} of a login request do. The default is {@link PromptRule#KEYCLOAK}. */
    public static final Dial<PromptRule> PROMPT = choice("prompt", PromptRule.class);

    /**
     * Whether a logout ends the session for all its clients and tells each of them, or for the client alone that asks
     * for it. The default is true.
     */
    public static final Dial<Boolean> SINGLE_LOGOUT = new Dial<>("single-logout", Boolean.class, DialText::truth);

    /**
     * Whether a logout without {@code id_token_hint} asks the person on a page first, as Keycloak does. The default is
     * true.
     */
    public static final Dial<Boolean> LOGOUT_ASKS = new Dial<>("logout-asks", Boolean.class, DialText::truth);

    /** Whether tokens live as long as they can, even after the end of their session. The default is false. */
    public static final Dial<Boolean> TOKENS_OUTLIVE_SESSION =
            new Dial<>("tokens-outlive-session", Boolean.class, DialText::truth);

    /** Whether a logout returns the {@code state}, which the real service may lose. The default is true. */
    public static final Dial<Boolean> LOGOUT_ECHOES_STATE =
            new Dial<>("logout-echoes-state", Boolean.class, DialText::truth);

    /**
     * Whether tokens of the target API, and their introspection, have the national identifier in lower case, as was
     * recorded once. By default they spell it as Pro Santé Connect does.
     */
    public static final Dial<Boolean> API_LOWERCASES_ID =
            new Dial<>("api-lowercases-id", Boolean.class, DialText::truth);

    /** How much is demanded of clients. The default is {@link Strictness#STRICT}. */
    public static final Dial<Strictness> STRICTNESS = choice("strictness", Strictness.class);

    /** By which codes clients are refused that do not authenticate. The default is {@link ClientErrors#KEYCLOAK}. */
    public static final Dial<ClientErrors> CLIENT_ERRORS = choice("client-errors", ClientErrors.class);

    /** What the API's authorization server answers an exchange with. The default is {@link ApiResponse#OF_2024}. */
    public static final Dial<ApiResponse> API_RESPONSE = choice("api-response", ApiResponse.class);

    /**
     * Whether the API's authorization server takes any audience, scope, issuer and actor token. By default it refuses what it was
     * not told of, which goes beyond what is known of the real ones.
     */
    public static final Dial<Boolean> API_TAKES_UNKNOWN =
            new Dial<>("api-takes-unknown", Boolean.class, DialText::truth);

    /**
     * Whether each response of an endpoint is the last one on its connection. No header says so: the connection is
     * closed when the response is written, as by some servers and load balancers. Pages for a person are left out. The
     * default is false.
     */
    public static final Dial<Boolean> CLOSES_CONNECTIONS =
            new Dial<>("closes-connections", Boolean.class, DialText::truth);

    private static final Map<Host, Dial<Duration>> SLOW_CONNECTS =
            Arrays.stream(Host.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::slownessOf));

    private static final Map<Endpoint, Dial<Fault>> FAULTS =
            Arrays.stream(Endpoint.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::faultOf));

    private static final List<Dial<?>> SINGLE = List.of(
            BEHAVIOUR,
            TOKEN_PROFILE,
            CARD_ACR,
            IDENTITY,
            PSI_SUBJECT_NAME_ID,
            USER_INFO,
            TOKEN_DEFECT,
            ACCESS_TOKEN_DEFECT,
            LOGOUT_TOKEN_DEFECT,
            CLOCK_SKEW,
            ACCESS_TOKEN_SKEW,
            LOGOUT_TOKEN_SKEW,
            DRIFT,
            MISSING_CLAIMS,
            BROWSER_MEANS,
            BROWSER_MEANS_NAME,
            BROWSER_SESSION,
            PROMPT,
            SINGLE_LOGOUT,
            LOGOUT_ASKS,
            TOKENS_OUTLIVE_SESSION,
            LOGOUT_ECHOES_STATE,
            API_LOWERCASES_ID,
            STRICTNESS,
            CLIENT_ERRORS,
            API_RESPONSE,
            API_TAKES_UNKNOWN,
            CLOSES_CONNECTIONS);

    private static final List<Dial<?>> ALL = Stream.<Stream<? extends Dial<?>>>of(
                    SINGLE.stream(),
                    Arrays.stream(Host.values()).map(SLOW_CONNECTS::get),
                    Arrays.stream(Endpoint.values()).map(FAULTS::get))
            .<Dial<?>>flatMap(Function.identity())
            .toList();

    private final String name;
    private final Class<T> type;
    private final Function<String, T> parser;

    private Dial(String name, Class<T> type, Function<String, T> parser) {
        this.name = name;
        this.type = type;
        this.parser = parser;
    }

    /**
     * The fault of that endpoint. By default there is none. The name of the dial is {@code fault-} and the
     * endpoint's.
     */
    public static Dial<Fault> fault(Endpoint endpoint) {
        return FAULTS.get(endpoint);
    }

    /**
     * How long that host ignores a caller: until then there is no TLS handshake, and the request is neither read nor
     * recorded. A request on an open connection waits as well. Zero to ten minutes, by the system's clock; the
     * default is no wait. The name of the dial is {@code slow-connect-} and the host's.
     */
    public static Dial<Duration> slowConnect(Host host) {
        return SLOW_CONNECTS.get(host);
    }

    /** All dials. */
    public static List<Dial<?>> all() {
        return ALL;
    }

    /** The dial with that name. */
    public static Optional<Dial<?>> named(String name) {
        return ALL.stream().filter(dial -> dial.name.equals(name)).findFirst();
    }

    /** The name, in lower case with hyphens. */
    public String name() {
        return name;
    }

    /**
     * Reads a value from its text.
     *
     * @throws IllegalArgumentException if it is no value of this dial
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The texts of all values, if there is a fixed number of them; empty if the value is free text. */
    public List<String> choices() {
        if (type == Boolean.class) {
            return List.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    T cast(Object value) {
        return type.cast(value);
    }

    private static <E extends Enum<E>> Dial<E> choice(String name, Class<E> type) {
        return new Dial<>(name, type, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    private static Dial<Fault> faultOf(Endpoint endpoint) {
        var name = "fault-" + endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Dial<>(name, Fault.class, Fault::parse);
    }

    private static Dial<Duration> slownessOf(Host host) {
        var name = "slow-connect-" + host.name().toLowerCase(Locale.ROOT);
        return new Dial<>(name, Duration.class, DialText::waiting);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
