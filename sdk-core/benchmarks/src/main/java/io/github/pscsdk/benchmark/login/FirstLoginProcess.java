package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.measure.WallClock;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A process that finishes its first login, and its second; prints how many milliseconds the first took, or the ratio. */
final class FirstLoginProcess {
    private FirstLoginProcess() {}

    /** @param arguments whether to warm up, whether to print the ratio, UserInfo in Base64 */
    public static void main(String... arguments) throws Exception {
        var document = new String(Base64.getDecoder().decode(arguments[2]), StandardCharsets.UTF_8);
        try (var logins = new PreparedLogins(document)) {
            logins.prepare(2);
            if (Boolean.parseBoolean(arguments[0])) {
                logins.warmUp();
            }
            var first = WallClock.millis(logins::finish);
            var second = WallClock.millis(logins::finish);
            System.out.println(Boolean.parseBoolean(arguments[1]) ? first / second : first);
        }
        System.exit(0);
    }
}
