package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.api.Channel;
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
 * Something that a test or a person may turn while the simulator runs. A dial that nobody turned has no value, and all is
 * as it should be. Immutable.
 *
 * @param <T> what it is turned to
 */
public final class Dial<T> {
    /**
     * What every login that begins from now on runs into, whoever logs in: refused, expired, never answered, slowed down
     * and more. Otherwise the persona has it.
     */
    public static final Dial<Behaviour> BEHAVIOUR = choice("behaviour", Behaviour.class);

    /** What access tokens hold from now on; {@link TokenProfile#CURRENT} otherwise. */
    public static final Dial<TokenProfile> TOKEN_PROFILE = choice("token-profile", TokenProfile.class);

    /** The {@code acr} of ID tokens of card logins; {@link CardAcr#EIDAS1} otherwise. */
    public static final Dial<CardAcr> CARD_ACR = choice("card-acr", CardAcr.class);

    /** What UserInfo documents look like; otherwise the persona has it. */
    public static final Dial<UserInfoVariant> USER_INFO = choice("user-info", UserInfoVariant.class);

    /** What is wrong with ID tokens from now on; nothing otherwise. */
    public static final Dial<TokenDefect> TOKEN_DEFECT = choice("token-defect", TokenDefect.class);

    /** What is wrong with access tokens from now on, which a client must not read; nothing otherwise. */
    public static final Dial<TokenDefect> ACCESS_TOKEN_DEFECT = choice("access-token-defect", TokenDefect.class);

    /** What is wrong with back-channel logout tokens from now on; nothing otherwise. */
    public static final Dial<TokenDefect> LOGOUT_TOKEN_DEFECT = choice("logout-token-defect", TokenDefect.class);

    /** How far {@code iat} and {@code exp} of ID tokens are ahead of the clock, or behind if negative; not at all otherwise. */
    public static final Dial<Duration> CLOCK_SKEW = new Dial<>("clock-skew", Duration.class, DialText::duration);

    /** The same of access tokens. What the simulator itself thinks of them, and {@code expires_in}, keep to the clock. */
    public static final Dial<Duration> ACCESS_TOKEN_SKEW =
            new Dial<>("access-token-skew", Duration.class, DialText::duration);

    /** The same of back-channel logout tokens. */
    public static final Dial<Duration> LOGOUT_TOKEN_SKEW =
            new Dial<>("logout-token-skew", Duration.class, DialText::duration);

    /** What Pro Santé Connect changed without telling; nothing otherwise. */
    public static final Dial<Drift> DRIFT = choice("drift", Drift.class);

    /** What is missing in ID, access and logout tokens, in UserInfo and in introspection answers; nothing otherwise. */
    public static final Dial<ClaimNames> MISSING_CLAIMS =
            new Dial<>("missing-claims", ClaimNames.class, ClaimNames::parse);

    /**
     * What whoever sits in front of the login page logs in with, where the simulator answers by itself; {@link
     * Channel#MOBILE} otherwise.
     */
    public static final Dial<Channel> BROWSER_MEANS = choice("browser-means", Channel.class);

    /** Whether a logout returns the {@code state}, which the real service may forget; it does otherwise. */
    public static final Dial<Boolean> LOGOUT_ECHOES_STATE =
            new Dial<>("logout-echoes-state", Boolean.class, DialText::truth);

    /**
     * Whether tokens of the target API, and what its authorization server says of them, have the national identifier in
     * lower case, as was recorded once; as Pro Santé Connect spells it otherwise.
     */
    public static final Dial<Boolean> API_LOWERCASES_ID =
            new Dial<>("api-lowercases-id", Boolean.class, DialText::truth);

    private static final Map<Host, Dial<Duration>> SLOW_CONNECTS =
            Arrays.stream(Host.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::slownessOf));

    private static final Map<Endpoint, Dial<Fault>> FAULTS =
            Arrays.stream(Endpoint.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::faultOf));

    private static final List<Dial<?>> SINGLE = List.of(
            BEHAVIOUR,
            TOKEN_PROFILE,
            CARD_ACR,
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
            LOGOUT_ECHOES_STATE,
            API_LOWERCASES_ID);

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

    /** What goes wrong at that endpoint; nothing unless turned. Its name is {@code fault-} and the endpoint's. */
    public static Dial<Fault> fault(Endpoint endpoint) {
        return FAULTS.get(endpoint);
    }

    /**
     * How long callers wait at that host before it takes any notice of them: until then there is no TLS handshake, the
     * request is neither read nor recorded, and whoever gives up has sent it in vain. A request on a connection that was kept
     * open waits as well. Zero to ten minutes, by the system's clock; not at all otherwise. Its name is {@code slow-connect-}
     * and the host's.
     */
    public static Dial<Duration> slowConnect(Host host) {
        return SLOW_CONNECTS.get(host);
    }

    /** All dials. */
    public static List<Dial<?>> all() {
        return ALL;
    }

    /** The dial of that name. */
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
     * @throws IllegalArgumentException if this dial cannot be turned to that
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The texts of all values, where there is a fixed number of them; none where one may write what one likes. */
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
