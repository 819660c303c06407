package io.github.pscsdk.testkit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
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

    /** How far {@code iat} and {@code exp} of ID tokens are ahead of the clock, or behind if negative; not at all otherwise. */
    public static final Dial<Duration> CLOCK_SKEW = new Dial<>("clock-skew", Duration.class, Dial::duration);

    /** What Pro Santé Connect changed without telling; nothing otherwise. */
    public static final Dial<Drift> DRIFT = choice("drift", Drift.class);

    /** Whether a logout returns the {@code state}, which the real service may forget; it does otherwise. */
    public static final Dial<Boolean> LOGOUT_ECHOES_STATE =
            new Dial<>("logout-echoes-state", Boolean.class, Dial::truth);

    private static final Map<Endpoint, Dial<Fault>> FAULTS =
            Arrays.stream(Endpoint.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::faultOf));

    private static final List<Dial<?>> ALL = Stream.concat(
                    Stream.of(
                            BEHAVIOUR,
                            TOKEN_PROFILE,
                            CARD_ACR,
                            USER_INFO,
                            TOKEN_DEFECT,
                            CLOCK_SKEW,
                            DRIFT,
                            LOGOUT_ECHOES_STATE),
                    Arrays.stream(Endpoint.values()).map(FAULTS::get))
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

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an ISO 8601 duration", e);
        }
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
