package io.github.pscsdk.benchmark.pending;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.benchmark.measure.Cpu;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.wire.RawServer;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ten thousand logins at once with PSC next door, four thousand with PSC far away. */
public final class PendingLogins implements Measure {
    private static final NationalId PROFESSIONAL = new NationalId("899999100060");

    @Override
    public String name() {
        return "pending-logins";
    }

    @Override
    public String subject() {
        return "back-channel logins that wait in one process, and how soon a refusal is known; the interval is 5 s";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        take("near", Duration.ZERO, effort.of(10_000, 20), effort, report);
        take("50 ms away", Duration.ofMillis(50), effort.of(4_000, 20), effort, report);
    }

    private static void take(String where, Duration distance, int number, Effort effort, Report report)
            throws Exception {
        var interval = Duration.ofSeconds(effort.of(5, 1));
        try (var professionals = new SilentProfessionals(distance, interval);
                var party = professionals.psc.party().build()) {
            begin(party);
            var heap = Cpu.heapInUse();
            var threads = Cpu.threadsBut(RawServer.THREAD);
            var logins = new ArrayList<BackchannelLogin>();
            for (var i = 0; i < number; i++) {
                logins.add(begin(party));
            }
            report.add(where + ", waiting", number, "");
            report.add(where + ", heap for each", (Cpu.heapInUse() - heap) / 1024.0 / number, "KiB");
            var polls = professionals.polls();
            var start = System.nanoTime();
            var refusals = refusals(professionals, logins, effort.of(200, 2), interval);
            var seconds = (System.nanoTime() - start) / 1e9;
            report.add(where + ", polls", (professionals.polls() - polls) / seconds, "/s");
            report.add(where + ", threads more than with one", Cpu.threadsBut(RawServer.THREAD) - threads, "");
            report.add(where + ", from refusal to outcome, p50", refusals.median(), "ms");
            report.add(where + ", from refusal to outcome, p99", refusals.share(0.99), "ms");
        }
    }

    private static BackchannelLogin begin(RelyingParty party) throws Exception {
        return await(party.beginBackchannelLogin(BackchannelRequest.onMobile(PROFESSIONAL), new BindingMessage("42")));
    }

    /** Some of them refuse, spread over all and over three intervals; the others stay silent. */
    private static Sample refusals(
            SilentProfessionals professionals, List<BackchannelLogin> logins, int number, Duration interval)
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
            // The first login of all was one more.
            professionals.refuse(login + 1);
            TimeUnit.NANOSECONDS.sleep(3 * interval.toNanos() / number);
        }
        if (!known.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(known.getCount() + " refusals are still unknown");
        }
        return new Sample(Arrays.stream(latencies).boxed().toList());
    }
}
