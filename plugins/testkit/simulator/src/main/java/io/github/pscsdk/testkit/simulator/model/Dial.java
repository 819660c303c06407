package io.github.pscsdk.testkit.simulator.model;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.model.Behaviour;
import io.github.pscsdk.testkit.persona.model.UserInfoVariant;
import io.github.pscsdk.testkit.simulator.internal.model.CardAcr;
import io.github.pscsdk.testkit.simulator.internal.model.ClaimNames;
import io.github.pscsdk.testkit.simulator.internal.model.Drift;
import io.github.pscsdk.testkit.simulator.internal.model.Strictness;
import io.github.pscsdk.testkit.simulator.internal.model.TokenExchangeResponse;
import io.github.pscsdk.testkit.simulator.internal.model.TokenProfile;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A setting of the running simulator that a test or a person may change. Immutable.
 *
 * @param <T> the type of its values
 */
public final class Dial<T> {
    // In the order of their making, which is that of the lines below.
    private static final List<Dial<?>> ALL = new ArrayList<>();
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How every login that begins from now on goes: refused, expired and more. By default the persona decides. */
    public static final Dial<Behaviour> BEHAVIOUR = choice("behaviour", Behaviour.class);

    /** The year of tokens from now on, of living sessions too. The default is {@link TokenProfile#OF_2026}. */
    public static final Dial<TokenProfile> TOKEN_PROFILE = choice("token-profile", TokenProfile.class);

    /** The {@code acr} of card logins: {@link CardAcr#EIDAS2}, or {@code EIDAS1} with {@link TokenProfile#OF_2021}. */
    public static final Dial<CardAcr> CARD_ACR = choice("card-acr", CardAcr.class);

    /** By which identifier persons are named from now on, in living sessions too. By default by the persona's. */
    public static final Dial<Identity> IDENTITY = choice("identity", Identity.class);

    /** The shape of UserInfo documents. By default the persona decides. */
    public static final Dial<UserInfoVariant> USER_INFO = choice("user-info", UserInfoVariant.class);

    /** The defect of ID tokens from now on. By default there is none. */
    public static final Dial<TokenDefect> TOKEN_DEFECT = choice("token-defect", TokenDefect.class);

    /** The defect of back-channel logout tokens from now on. By default there is none. */
    public static final Dial<TokenDefect> LOGOUT_TOKEN_DEFECT = choice("logout-token-defect", TokenDefect.class);

    /** A change that Pro Santé Connect has not announced. By default there is none. */
    public static final Dial<Drift> DRIFT = choice("drift", Drift.class);

    /** Claims missing in all tokens, UserInfo and introspection answers. By default none is. */
    public static final Dial<ClaimNames> MISSING_CLAIMS =
            new Dial<>("missing-claims", ClaimNames.class, ClaimNames::parse);

    /**
     * The {@code authMode} of a browser login where the simulator answers by itself: {@code CARD} or the name of a
     * device yet unknown; {@code MOBILE} by default, {@code IDENTITY_BROKER} where the request has {@code kc_idp_hint}.
     */
    public static final Dial<String> BROWSER_MEANS =
            new Dial<>("browser-means", String.class, text -> new Means(text).name());
    /**
     * Whether a browser keeps its session at Pro Santé Connect by a cookie, which all clients share: the next login then
     * gets a code without a page. If not, every login shows the page and has a session of its own. The default is true.
     */
    public static final Dial<Boolean> BROWSER_SESSION = new Dial<>("browser-session", Boolean.class, Dial::truth);

    /** The effect of {@code prompt} and {@code max_age} of a login request. The default is {@link PromptRule#KEYCLOAK}. */
    public static final Dial<PromptRule> PROMPT = choice("prompt", PromptRule.class);

    /** Whether a logout without {@code id_token_hint} asks the person first, as Keycloak does. The default is true. */
    public static final Dial<Boolean> LOGOUT_ASKS = new Dial<>("logout-asks", Boolean.class, Dial::truth);

    /** Whether a logout returns the {@code state}, which the real service may lose. The default is true. */
    public static final Dial<Boolean> LOGOUT_ECHOES_STATE =
            new Dial<>("logout-echoes-state", Boolean.class, Dial::truth);

    /** How much is demanded of clients. The default is {@link Strictness#STRICT}. */
    public static final Dial<Strictness> STRICTNESS = choice("strictness", Strictness.class);

    /** The answer of the API's authorization server to an exchange. The default is {@link TokenExchangeResponse#OF_2024}. */
    public static final Dial<TokenExchangeResponse> API_RESPONSE = choice("api-response", TokenExchangeResponse.class);

    /** Whether each response is the last on its connection, which no header tells. The default is false. */
    public static final Dial<Boolean> CLOSES_CONNECTIONS = new Dial<>("closes-connections", Boolean.class, Dial::truth);

    private static final Map<Host, Dial<Duration>> SLOW_CONNECTS =
            Arrays.stream(Host.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::slownessOf));

    private static final Map<Endpoint, Dial<Fault>> FAULTS =
            Arrays.stream(Endpoint.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::faultOf));

    private final String name;
    private final Class<T> type;
    private final Function<String, T> parser;

    private Dial(String name, Class<T> type, Function<String, T> parser) {
        this.name = name;
        this.type = type;
        this.parser = parser;
        ALL.add(this);
    }

    /** The fault of that endpoint, none by default; the dial is named {@code fault-} and the endpoint's name. */
    public static Dial<Fault> fault(Endpoint endpoint) {
        return FAULTS.get(endpoint);
    }

    /**
     * How long that host ignores a caller, zero to ten minutes by the system's clock; until then the request is neither
     * read nor recorded. Named {@code slow-connect-} and the host's name.
     */
    public static Dial<Duration> slowConnect(Host host) {
        return SLOW_CONNECTS.get(host);
    }

    /** All dials. */
    public static List<Dial<?>> all() {
        return List.copyOf(ALL);
    }

    /** The dial with that name. */
    public static Optional<Dial<?>> named(String name) {
        return ALL.stream().filter(dial -> dial.name.equals(name)).findFirst();
    }

    /** The name, in lower case with hyphens. */
    public String name() {
        return name;
    }

    /** Reads a value from its text; throws {@link IllegalArgumentException} if it is none of this dial. */
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
        return new Dial<>(name, Duration.class, text -> checkWait(duration(text)));
    }

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an ISO 8601 duration", e);
        }
    }

    static Duration checkWait(Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("a wait is zero to ten minutes");
        }
        return wait;
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
