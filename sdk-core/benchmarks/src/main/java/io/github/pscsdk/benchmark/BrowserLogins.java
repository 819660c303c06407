package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.Cpu;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The cost of a login when the browser is back, beside the same by hand, in turn. */
final class BrowserLogins {
    private BrowserLogins() {}

    private static final class Way {
        final String name;
        private final Cost.Work login;
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        Way(String name, Cost.Work login) {
            this.name = name;
            this.login = login;
        }

        void take(int number) throws Exception {
            var before = Cpu.ofThreads();
            for (var i = 0; i < number; i++) {
                nanos.add(Cost.nanos(login));
            }
            var used = Cpu.since(before);
            cpu.add(used.nanoseconds() / (double) number);
            bytes.add(used.bytes() / (double) number);
        }

        double p50() {
            return new Sample(nanos).median();
        }

        double cpu() {
            return new Sample(cpu).median();
        }

        void reportTo(Run run) {
            run.add(name + ", p50", p50() / 1e3, "µs");
            run.add(name + ", CPU", cpu() / 1e3, "µs");
            run.add(name + ", allocated", new Sample(bytes).median() / 1024.0, "KiB");
        }
    }

    static void take(Run run) throws Exception {
        // So many sessions a person has at most.
        var block = run.of(4, 2);
        var rounds = run.of(750, 2);
        try (var logins = new PreparedLogins(UserInfoMapping.document(), SessionStore.inMemory(Clock.systemUTC()));
                var handMade = new HandMadeLogin(logins)) {
            var ours = new Way("login", logins::finish);
            var byHand = new Way("by hand", handMade::finish);
            var ways = List.of(ours, byHand);
            rounds(
                    logins,
                    ways.stream().map(way -> new Way(way.name, way.login)).toList(),
                    run.of(1500, 1),
                    block);
            var requests = logins.psc.count();
            rounds(logins, ways, rounds, block);
            var each = (logins.psc.count() - requests) / (double) (rounds * block * ways.size());
            ways.forEach(way -> way.reportTo(run));
            run.add("requests of a login", each, "");
            run.add("fetches of metadata and keys, all logins", logins.psc.fetches(), "");
            run.ratio("login over by hand, p50", ours.p50() / byHand.p50());
            run.ratio("login over by hand, CPU", ours.cpu() / byHand.cpu());
        }
    }

    /** In turn, forwards and backwards, so that a drift of the machine meets all alike. */
    private static void rounds(PreparedLogins logins, List<Way> ways, int number, int block) throws Exception {
        for (var round = 0; round < number; round++) {
            logins.prepare(block);
            for (var i = 0; i < ways.size(); i++) {
                ways.get(round % 2 == 0 ? i : ways.size() - 1 - i).take(block);
            }
        }
    }
}
