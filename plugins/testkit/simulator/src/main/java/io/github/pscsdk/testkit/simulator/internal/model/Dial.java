package io.github.pscsdk.testkit.simulator.internal.model;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A setting of the running simulator that a test or a person may change; {@code docs/simulator.md} has the effects. */
public final class Dial<T> {
    // In the order of their making, which is that of the lines below.
    private static final List<Dial<?>> ALL = new ArrayList<>();

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** By default the persona decides. */
    public static final Dial<Behaviour> BEHAVIOUR = choice("behaviour", Behaviour.class);

    public static final Dial<TokenProfile> TOKEN_PROFILE = choice("token-profile", TokenProfile.class);
    public static final Dial<CardAcr> CARD_ACR = choice("card-acr", CardAcr.class);
    public static final Dial<Identity> IDENTITY = choice("identity", Identity.class);
    /** By default the persona decides. */
    public static final Dial<UserInfoVariant> USER_INFO = choice("user-info", UserInfoVariant.class);

    public static final Dial<TokenDefect> TOKEN_DEFECT = choice("token-defect", TokenDefect.class);
    public static final Dial<TokenDefect> LOGOUT_TOKEN_DEFECT = choice("logout-token-defect", TokenDefect.class);
    public static final Dial<Drift> DRIFT = choice("drift", Drift.class);
    /** Names of top-level claims of tokens and members of UserInfo; commas separate them. */
    public static final Dial<String> MISSING_CLAIMS = new Dial<>("missing-claims", List.of(), Dial::claims);
    /** Where the simulator answers by itself: {@code CARD}, or the name of a device yet unknown. */
    public static final Dial<String> BROWSER_MEANS =
            new Dial<>("browser-means", List.of(), text -> new Means(text).name());

    public static final Dial<Boolean> BROWSER_SESSION = truth("browser-session");
    public static final Dial<PromptParameterUse> PROMPT = choice("prompt", PromptParameterUse.class);
    public static final Dial<Boolean> LOGOUT_ASKS = truth("logout-asks");
    public static final Dial<Boolean> LOGOUT_ECHOES_STATE = truth("logout-echoes-state");
    public static final Dial<Strictness> STRICTNESS = choice("strictness", Strictness.class);
    public static final Dial<TokenExchangeResponse> API_RESPONSE = choice("api-response", TokenExchangeResponse.class);
    public static final Dial<Boolean> CLOSES_CONNECTIONS = truth("closes-connections");
    public static final Dial<Duration> SLOW_CONNECT_AUTH =
            new Dial<>("slow-connect-auth", List.of(), text -> checkWait(duration(text)));
    private static final Map<Endpoint, Dial<Fault>> FAULTS =
            Arrays.stream(Endpoint.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dial::faultOf));

    private final String name;
    private final List<String> choices;
    private final Function<String, T> parser;

    private Dial(String name, List<String> choices, Function<String, T> parser) {
        this.name = name;
        this.choices = choices;
        this.parser = parser;
        ALL.add(this);
    }

    private static <E extends Enum<E>> Dial<E> choice(String name, Class<E> type) {
        var choices =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        return new Dial<>(name, choices, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    private static Dial<Boolean> truth(String name) {
        var choices = List.of("true", "false");
        return new Dial<>(name, choices, text -> {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return Boolean.valueOf(text);
        });
    }

    private static Dial<Fault> faultOf(Endpoint endpoint) {
        var name = "fault-" + endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Dial<>(name, List.of(), Fault::parse);
    }

    public static Dial<Fault> fault(Endpoint endpoint) {
        return Objects.requireNonNull(FAULTS.get(endpoint), "dial");
    }

    public static List<Dial<?>> all() {
        return List.copyOf(ALL);
    }

    public static Optional<Dial<?>> named(String name) {
        return ALL.stream().filter(dial -> dial.name.equals(name)).findFirst();
    }

    public String name() {
        return name;
    }

    /** Reads a value from its text; throws {@link IllegalArgumentException} if it is none of this dial. */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The texts of all values, if there is a fixed number of them; empty if the value is free text. */
    public List<String> choices() {
        return choices;
    }

    private static String claims(String text) {
        var names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
        if (names.contains("")) {
            throw new IllegalArgumentException("a claim has a name, and none without");
        }
        return String.join(",", names);
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

    public boolean isFault() {
        return name.startsWith("fault-");
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
