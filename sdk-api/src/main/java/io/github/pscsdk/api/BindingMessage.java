package io.github.pscsdk.api;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two digits, {@code 00} to {@code 99}, that screen and phone show (CIBA {@code binding_message}). */
public record BindingMessage(String digits) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses anything but two digits. */
    public BindingMessage {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a binding message has exactly two digits");
        }
    }

    /** Draws one from a secure random source. */
    public static BindingMessage draw() {
        return new BindingMessage(String.format(Locale.ROOT, "%02d", RANDOM.nextInt(100)));
    }

    /** Hides the digits: they prove a login and belong on the screen, not in a log. */
    @Override
    public String toString() {
        return "BindingMessage[**]";
    }
}
