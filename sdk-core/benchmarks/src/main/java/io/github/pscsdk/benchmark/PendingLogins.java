package io.github.pscsdk.benchmark;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.benchmark.harness.Cpu;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ten thousand logins at once with PSC next door, four thousand with PSC far away. */
final class PendingLogins {
    private PendingLogins() {}

    static void take(Run run) throws Exception {
        take("near", Duration.ZERO, run.of(10_000, 20), run);
        take("50 ms away", Duration.ofMillis(50), run.of(4_000, 20), run);
    }

    private static void take(String where, Duration distance, int number, Run run) throws Exception {
        var interval = Duration.ofSeconds(run.of(5, 1));
        try (var professionals = new Professionals(number + 1, interval, distance);
                var party = professionals.psc.party().build()) {
            begin(party, number);
            var heap = Cpu.heapInUse();
            var threads = Cpu.ofThreads().size();
            var logins = new ArrayList<BackchannelLogin>();
            for (var i = 0; i < number; i++) {
                logins.add(begin(party, i));
            }
            run.add(where + ", waiting", number, "");
            run.add(where + ", heap for each", (Cpu.heapInUse() - heap) / 1024.0 / number, "KiB");
            var polls = professionals.polls();
            var start = System.nanoTime();
            var refusals = refusals(professionals, logins, run.of(200, 2), interval);
            var seconds = (System.nanoTime() - start) / 1e9;
            run.add(where + ", polls", (professionals.polls() - polls) / seconds, "/s");
            run.add(where + ", threads more than with one", Cpu.ofThreads().size() - threads, "");
            run.add(where + ", from refusal to outcome, p50", refusals.median(), "ms");
            run.add(where + ", from refusal to outcome, p99", refusals.share(0.99), "ms");
        }
    }

    private static BackchannelLogin begin(RelyingParty party, int n) throws Exception {
        var id = new NationalId(Professionals.nationalId(n));
        return await(party.beginBackchannelLogin(BackchannelRequest.onMobile(id), new BindingMessage("42")));
    }

    /** Some of them refuse, spread over all and over three intervals; the others stay silent. */
    private static Sample refusals(
            Professionals professionals, List<BackchannelLogin> logins, int number, Duration interval)
            throws InterruptedException {
        var latencies = new double[number];
        var known = new CountDownLatch(number);
        for (var i = 0; i < number; i++) {
            var slot = i;
            var login = i * (logins.size() / number);
            var refused = System.nanoTime();
            logins.get(login).outcome().whenComplete((session, failure) -> {
                latencies[slot] = (System.nanoTime() - refused) / 1e6;
                known.countDown();
            });
            professionals.refuse(login);
            TimeUnit.NANOSECONDS.sleep(3 * interval.toNanos() / number);
        }
        if (!known.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(known.getCount() + " refusals are still unknown");
        }
        return new Sample(Arrays.stream(latencies).boxed().toList());
    }
}
