package io.github.pscsdk.proxy.settings;

import java.time.Duration;

/**
 * How many logins may be started.
 *
 * @param perCaller by one caller (application token and address) within the window; a practice may share one address
 * @param perNationalId for one professional within the window, whoever asks
 * @param window over which attempts are counted, sliding
 */
public record AttemptLimits(int perCaller, int perNationalId, Duration window) {
    private static final int CODES_PER_LOGIN = 3;

    /** 60 per caller and 5 per professional within 10 minutes. */
    public static final AttemptLimits DEFAULT = new AttemptLimits(60, 5, Duration.ofMinutes(10));

    /** How many codes of browser logins one caller may give within the window: three for each login. */
    public int codesPerCaller() {
        return Math.multiplyExact(perCaller, CODES_PER_LOGIN);
    }

    public AttemptLimits {
        if (perCaller < 1 || perNationalId < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("limits are at least one attempt within a window longer than zero");
        }
    }
}
