package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.ChildJvm;
import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The wait of the first professional after a start. Its {@code main} is the process that starts. */
final class FirstLogin {
    private FirstLogin() {}

    static void take(Run run) throws Exception {
        // Made here: a process that makes it has loaded what reads JSON.
        var document =
                Base64.getEncoder().encodeToString(UserInfoMapping.document().getBytes(StandardCharsets.UTF_8));
        take("warmed up", "true", document, run);
        take("not warmed up", "false", document, run);
    }

    private static void take(String label, String warmUp, String document, Run run) throws Exception {
        List<Double> firsts = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (var i = 0; i < run.of(9, 1); i++) {
            var millis = ChildJvm.ask(FirstLogin.class, warmUp, document);
            firsts.add(millis.get(0));
            ratios.add(millis.get(0) / millis.get(1));
        }
        run.add(label + ", first login", new Sample(firsts).median(), "ms");
        run.ratio(label + ", first login over the second", new Sample(ratios).median());
    }

    /** Prints how many milliseconds two logins took; given whether to warm up, and UserInfo in Base64. */
    public static void main(String... arguments) throws Exception {
        var document = new String(Base64.getDecoder().decode(arguments[1]), StandardCharsets.UTF_8);
        try (var logins = new PreparedLogins(document, SessionStore.inMemory(Clock.systemUTC()))) {
            logins.prepare(2);
            if (Boolean.parseBoolean(arguments[0])) {
                logins.warmUp();
            }
            System.out.println(Cost.millis(logins::finish));
            System.out.println(Cost.millis(logins::finish));
        }
        System.exit(0);
    }
}
