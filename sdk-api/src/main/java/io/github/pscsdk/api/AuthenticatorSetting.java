package io.github.pscsdk.api;

import io.github.pscsdk.api.internal.SecureUrl;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that can be set on an authenticator: declared in its descriptor, so that hosts can list it and the engine
 * can check what was set before the authenticator reads it.
 *
 * @param name a lower-case letter, then letters and digits. It is set as the {@code name} of the file {@code
 *     <authenticator id>.properties}, as the system property {@code pscsdk.<authenticator id>.<name>} or as an
 *     environment variable
 * @param kind the type of a value
 * @param label the text to show beside the value
 * @param limits the lowest and the highest value, or all values; empty where the kind says all
 * @param defaultValue the value that applies where nothing is set, as it is written; empty if there is none
 */
public record AuthenticatorSetting(
        String name, Kind kind, BilingualLine label, List<String> limits, Optional<String> defaultValue) {
    /** The type of a value. A minor version may add constants: keep a default branch. */
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
        /**
         * An address: {@code https} with a host, or {@code http} to this machine; without a user, and of 1000
         * characters at most.
         */
        URL,
        /** A text of 1 to 1000 characters that is never shown, printed or logged. It has no default. */
        SECRET
    }

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
    private static final int MOST_CHARACTERS = 1000;
    private static final List<String> FLAGS = List.of("true", "false");

    /** Refuses limits that the kind does not have or that leave no value, and a default that is no such value. */
    public AuthenticatorSetting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a setting's name is letters and digits, such as waitTime");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        limits = List.copyOf(limits);
        if (!leaveValues(kind, limits)) {
            throw new IllegalArgumentException("the bounds of " + name + " leave no value, or no choice");
        }
        if (defaultValue.isPresent() && (kind == Kind.SECRET || !accepts(kind, limits, defaultValue.get()))) {
            throw new IllegalArgumentException("the default of " + name + " is none of its values");
        }
    }

    private static boolean leaveValues(Kind kind, List<String> limits) {
        return switch (kind) {
            case TEXT, SECRET, URL -> limits.isEmpty();
            case FLAG -> limits.equals(FLAGS);
            case CHOICE ->
                limits.size() > 1
                        && new HashSet<>(limits).size() == limits.size()
                        && limits.stream().noneMatch(String::isBlank);
            case NUMBER, DURATION -> limits.size() == 2 && accepts(kind, limits, limits.get(0));
        };
    }

    private static AuthenticatorSetting of(String name, Kind kind, BilingualLine label, List<String> limits) {
        return new AuthenticatorSetting(name, kind, label, limits, Optional.empty());
    }

    /** A text. */
    public static AuthenticatorSetting text(String name, BilingualLine label) {
        return of(name, Kind.TEXT, label, List.of());
    }

    /** A whole number, the bounds included. */
    public static AuthenticatorSetting number(String name, BilingualLine label, long lowest, long highest) {
        return of(name, Kind.NUMBER, label, List.of(Long.toString(lowest), Long.toString(highest)));
    }

    /** Yes or no. */
    public static AuthenticatorSetting flag(String name, BilingualLine label) {
        return of(name, Kind.FLAG, label, FLAGS);
    }

    /** One of several words: two or more, each once, none blank. */
    public static AuthenticatorSetting choice(String name, BilingualLine label, List<String> choices) {
        return of(name, Kind.CHOICE, label, choices);
    }

    /** A time, the bounds included. */
    public static AuthenticatorSetting duration(String name, BilingualLine label, Duration lowest, Duration highest) {
        return of(name, Kind.DURATION, label, List.of(lowest.toString(), highest.toString()));
    }

    /** An address. */
    public static AuthenticatorSetting url(String name, BilingualLine label) {
        return of(name, Kind.URL, label, List.of());
    }

    /** A secret. */
    public static AuthenticatorSetting secret(String name, BilingualLine label) {
        return of(name, Kind.SECRET, label, List.of());
    }

    /**
     * A copy with the value that applies where none is set, as it is written, such as {@code PT30S}.
     *
     * @throws IllegalArgumentException if it is none of {@link #bounds()}, or if this is a secret
     */
    public AuthenticatorSetting withDefault(String value) {
        return new AuthenticatorSetting(name, kind, label, limits, Optional.of(value));
    }

    /** The text to show beside the value, in the person's language. */
    public String label(Locale locale) {
        return label.in(locale);
    }

    /**
     * The values that are allowed, for a person who sets one: {@code 1 … 60}, {@code PT1S … PT1M}, {@code true, false}.
     */
    public String bounds() {
        return switch (kind) {
            case TEXT, SECRET -> "1 … " + MOST_CHARACTERS;
            case NUMBER, DURATION -> String.join(" … ", limits);
            case FLAG, CHOICE -> String.join(", ", limits);
            case URL -> "https://…";
        };
    }

    /** Whether that is a value of this kind and within the bounds. */
    public boolean accepts(String value) {
        return accepts(kind, limits, value);
    }

    private static boolean accepts(Kind kind, List<String> limits, String value) {
        try {
            return switch (kind) {
                case TEXT, SECRET -> !value.isBlank() && value.length() <= MOST_CHARACTERS;
                case NUMBER -> isWithin(limits, value, Long::valueOf);
                case DURATION -> isWithin(limits, value, Duration::parse);
                case FLAG, CHOICE -> limits.contains(value);
                case URL -> SecureUrl.of(value).isPresent();
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static <T extends Comparable<T>> boolean isWithin(
            List<String> limits, String value, Function<String, T> reading) {
        var read = reading.apply(value);
        return read.compareTo(reading.apply(limits.get(0))) >= 0 && read.compareTo(reading.apply(limits.get(1))) <= 0;
    }

    @Override
    public String toString() {
        return "AuthenticatorSetting[" + name + ", " + kind + "]";
    }
}
