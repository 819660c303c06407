package io.github.pscsdk.proxy.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Six digits that the page shows at the end of a browser login, to be typed in the software that began it. */
public final class PageCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    private final String digits;

    private PageCode(String digits) {
        this.digits = digits;
    }

    static PageCode draw() {
        return new PageCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
    }

    public static boolean isShaped(String typed) {
        return SHAPE.matcher(typed).matches();
    }

    /** Whether a code is the one that was typed; in constant time. */
    static boolean is(String digits, String typed) {
        return MessageDigest.isEqual(bytes(digits), bytes(typed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String reveal() {
        return digits;
    }

    @Override
    public String toString() {
        return "PageCode[…]";
    }
}
