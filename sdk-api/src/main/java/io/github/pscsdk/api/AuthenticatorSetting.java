package io.github.pscsdk.api;

import io.github.pscsdk.api.internal.SecureUrl;
import io.github.pscsdk.diagnostic.ShortText;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that can be set on an authenticator: declared in its descriptor, so that hosts can list it and the engine can
 * check what was set before the authenticator reads it. Immutable.
 */
public final class AuthenticatorSetting {
    /** What a value is. A minor version may add constants: keep a default branch. */
    public enum Kind {
        /** A text of 1 to 1000 characters. */
        TEXT,
        /** A whole number within bounds. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of several words. */
        CHOICE,
        /** A time within bounds, as ISO 8601 writes it, such as {@code PT30S}. */
        DURATION,
        /** An address: {@code https} with a host, or {@code http} to this machine; without a user, and of 1000 characters at most. */
        URL,
        /** A text of 1 to 1000 characters that is never shown, printed or logged. It has no default. */
        SECRET
    }

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
    private static final int MOST_CHARACTERS = 1000;

    private final String name;
    private final Kind kind;
    private final ShortText label;
    private final Comparable<?> lowest;
    private final Comparable<?> highest;
    private final List<String> choices;
    private final Optional<String> usual;

    private AuthenticatorSetting(
            String name,
            Kind kind,
            ShortText label,
            Comparable<?> lowest,
            Comparable<?> highest,
            List<String> choices,
            Optional<String> usual) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a setting's name is letters and digits, such as waitTime");
        }
        this.name = name;
        this.kind = kind;
        this.label = Objects.requireNonNull(label, "label");
        this.lowest = lowest;
        this.highest = highest;
        this.choices = choices;
        this.usual = usual;
    }

    private static AuthenticatorSetting of(String name, Kind kind, ShortText label) {
        return new AuthenticatorSetting(name, kind, label, 0L, 0L, List.of(), Optional.empty());
    }

    private static <T extends Comparable<T>> AuthenticatorSetting within(
            String name, Kind kind, ShortText label, T lowest, T highest) {
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException("the bounds of " + name + " leave no value");
        }
        return new AuthenticatorSetting(name, kind, label, lowest, highest, List.of(), Optional.empty());
    }

    /** A text. */
    public static AuthenticatorSetting text(String name, ShortText label) {
        return of(name, Kind.TEXT, label);
    }

    /** A whole number, the bounds included. */
    public static AuthenticatorSetting number(String name, ShortText label, long lowest, long highest) {
        return within(name, Kind.NUMBER, label, lowest, highest);
    }

    /** Yes or no. */
    public static AuthenticatorSetting flag(String name, ShortText label) {
        return of(name, Kind.FLAG, label);
    }

    /** One of several words: two or more, each once, none blank. */
    public static AuthenticatorSetting choice(String name, ShortText label, List<String> choices) {
        var all = List.copyOf(choices);
        if (all.size() < 2
                || new HashSet<>(all).size() != all.size()
                || all.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a choice has two words or more, each of them different");
        }
        return new AuthenticatorSetting(name, Kind.CHOICE, label, 0L, 0L, all, Optional.empty());
    }

    /** A time, the bounds included. */
    public static AuthenticatorSetting duration(String name, ShortText label, Duration lowest, Duration highest) {
        return within(name, Kind.DURATION, label, lowest, highest);
    }

    /** An address. */
    public static AuthenticatorSetting url(String name, ShortText label) {
        return of(name, Kind.URL, label);
    }

    /** A secret. */
    public static AuthenticatorSetting secret(String name, ShortText label) {
        return of(name, Kind.SECRET, label);
    }

    /**
     * A copy with the value that applies where none is set, as it is written, such as {@code PT30S}.
     *
     * @throws IllegalArgumentException if it is none of {@link #bounds()}, or if this is a secret
     */
    public AuthenticatorSetting withDefault(String value) {
        if (kind == Kind.SECRET || !accepts(value)) {
            throw new IllegalArgumentException("the default of " + name + " is none of: " + bounds());
        }
        return new AuthenticatorSetting(name, kind, label, lowest, highest, choices, Optional.of(value));
    }

    /**
     * The name: a lower-case letter, then letters and digits. It is set as the {@code name} of the file {@code <authenticator
     * id>.properties}, as the system property {@code pscsdk.<authenticator id>.<name>} or as an environment variable.
     */
    public String name() {
        return name;
    }

    /** What a value is. */
    public Kind kind() {
        return kind;
    }

    /** What to show beside the value, in the person's language. */
    public String label(Locale locale) {
        return label.in(locale);
    }

    /** What applies where nothing is set, as it is written; empty if there is no value then. */
    public Optional<String> defaultValue() {
        return usual;
    }

    /** What a value may be, for a person who sets it: {@code 1 … 60}, {@code PT1S … PT1M}, {@code true, false}. */
    public String bounds() {
        return switch (kind) {
            case NUMBER, DURATION -> lowest + " … " + highest;
            case FLAG -> "true, false";
            case CHOICE -> String.join(", ", choices);
            case URL -> "https://…";
            case TEXT, SECRET -> "1 … " + MOST_CHARACTERS;
        };
    }

    /** Whether that is a value of this kind and within the bounds. */
    public boolean accepts(String value) {
        try {
            return switch (kind) {
                case NUMBER -> isWithin(Long.valueOf(value), (Long) lowest, (Long) highest);
                case DURATION -> isWithin(Duration.parse(value), (Duration) lowest, (Duration) highest);
                case FLAG -> "true".equals(value) || "false".equals(value);
                case CHOICE -> choices.contains(value);
                case URL -> SecureUrl.of(value).isPresent();
                case TEXT, SECRET -> !value.isBlank() && value.length() <= MOST_CHARACTERS;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static <T extends Comparable<T>> boolean isWithin(T value, T lowest, T highest) {
        return value.compareTo(lowest) >= 0 && value.compareTo(highest) <= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthenticatorSetting setting
                && name.equals(setting.name)
                && kind == setting.kind
                && label.equals(setting.label)
                && lowest.equals(setting.lowest)
                && highest.equals(setting.highest)
                && choices.equals(setting.choices)
                && usual.equals(setting.usual);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, label, lowest, highest, choices, usual);
    }

    @Override
    public String toString() {
        return "AuthenticatorSetting[" + name + ", " + kind + "]";
    }
}
