package io.github.pscsdk.benchmark;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.Cpu;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures back-channel logins: the requests of approved ones, then thousands that are pending, a few refused. */
final class BackchannelLogins {
    private BackchannelLogins() {}

    static void requests(Run run) throws Exception {
        var interval = Duration.ofSeconds(1);
        var together = run.of(200, 3);
        var alone = run.of(20, 1);
        try (var professionals = new Professionals(together + alone, interval, Duration.ZERO);
                var party = professionals.psc.party().build()) {
            party.warmUp().toCompletableFuture().join();
            for (var n = 0; n < together + alone; n++) {
                professionals.approve(n, professionals.granted(n));
            }
            List<BackchannelLogin> logins = new ArrayList<>();
            for (var n = 0; n < together; n++) {
                logins.add(begin(party, n));
            }
            for (var login : logins) {
                await(login);
            }
            run.add("logins", together, "");
            run.add(
                    "requests of a login",
                    (professionals.psc.count() - professionals.psc.fetches()) / (double) together,
                    "");
            run.add("fetches of metadata and keys, all logins", professionals.psc.fetches(), "");
            // One at a time: the time beside the interval is ours.
            List<Double> millis = new ArrayList<>();
            for (var n = together; n < together + alone; n++) {
                var login = begin(party, n);
                millis.add(Cost.millis(() -> await(login)) - interval.toMillis());
            }
            run.add("outcome beyond the interval, p50", new Sample(millis).median(), "ms");
        }
    }

    static void waiting(Run run) throws Exception {
        waiting("near", Duration.ZERO, run.of(10_000, 20), run);
        waiting("50 ms away", Duration.ofMillis(50), run.of(4_000, 20), run);
    }

    private static void waiting(String where, Duration distance, int number, Run run) throws Exception {
        var interval = Duration.ofSeconds(run.of(5, 1));
        try (var professionals = new Professionals(number + 1, interval, distance);
                var party = professionals.psc.party().build()) {
            begin(party, number);
            var heap = Cpu.heapInUse();
            var threads = Cpu.ofThreads().size();
            var logins = new ArrayList<BackchannelLogin>();
            for (var n = 0; n < number; n++) {
                logins.add(begin(party, n));
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
        var request = BackchannelRequest.onMobile(new NationalId(Professionals.nationalId(n)));
        return RelyingParty.await(() -> party.beginBackchannelLogin(request, new BindingMessage("42")));
    }

    private static void await(BackchannelLogin login) throws Exception {
        login.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Some of them refuse, spread over all and over three intervals; the others stay silent. */
    private static Sample refusals(
            Professionals professionals, List<BackchannelLogin> logins, int number, Duration interval)
            throws InterruptedException {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        var known = new CountDownLatch(number);
        for (var i = 0; i < number; i++) {
            var login = i * (logins.size() / number);
            var refused = System.nanoTime();
            logins.get(login).outcome().whenComplete((session, failure) -> {
                millis.add((System.nanoTime() - refused) / 1e6);
                known.countDown();
            });
            professionals.refuse(login);
            TimeUnit.NANOSECONDS.sleep(3 * interval.toNanos() / number);
        }
        if (!known.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(known.getCount() + " refusals are still unknown");
        }
        return new Sample(List.copyOf(millis));
    }
}
