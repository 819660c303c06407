package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.measure.ThreadUse;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.benchmark.wire.RawServer;
import java.util.ArrayList;
import java.util.List;

/** What a login costs when the browser is back, beside the same by hand and beside its two bare round trips, in turn. */
public final class BrowserLogins implements Measure {
    @Override
    public String name() {
        return "browser-login";
    }

    @Override
    public String subject() {
        return "completeBrowserLogin over loopback, beside the same by hand, and two bare round trips to the same server";
    }

    /** One way to finish a login, and what it cost so far. */
    private static final class Way {
        final String name;
        private final WallClock.Work login;
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        Way(String name, WallClock.Work login) {
            this.name = name;
            this.login = login;
        }

        void take(int number) throws Exception {
            var before = ThreadUse.but(RawServer.THREAD);
            for (var i = 0; i < number; i++) {
                nanos.add(WallClock.nanos(login));
            }
            var used = ThreadUse.but(RawServer.THREAD);
            cpu.add(used.cpuSince(before) / (double) number);
            bytes.add(used.allocatedSince(before) / (double) number);
        }

        void forget() {
            nanos.clear();
            cpu.clear();
            bytes.clear();
        }

        double p50() {
            return new Sample(nanos).median();
        }

        double cpu() {
            return new Sample(cpu).median();
        }

        void reportTo(Report report) {
            report.add(name + ", p50", p50() / 1e3, "µs");
            report.add(name + ", CPU", cpu() / 1e3, "µs");
            report.add(name + ", allocated", new Sample(bytes).median() / 1024.0, "KiB");
        }
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        // So many sessions, by both ways of waiting, a person has at most.
        var block = effort.of(4, 2);
        var warmUp = effort.of(1500, 1);
        var rounds = effort.of(750, 2);
        try (var logins = new PreparedLogins();
                var databind = new DatabindLogin(logins);
                var streaming = new StreamingLogin(logins)) {
            var ours = new Way("login", logins::finish);
            var stage = new Way("login, by a stage", logins::finishByStage);
            var first = new Way("by hand: OkHttp, data binding, Nimbus", databind::finish);
            var second = new Way("by hand: OkHttp, JSON tokens, JDK", streaming::finish);
            var bare = new Way("two bare round trips", logins::bareRoundTrips);
            var ways = List.of(ours, first, stage, second, bare);
            rounds(logins, ways, warmUp, block);
            ways.forEach(Way::forget);
            var requests = logins.psc.count();
            rounds(logins, ways, rounds, block);
            var each = (logins.psc.count() - requests) / (double) (rounds * block * ways.size());
            ways.forEach(way -> way.reportTo(report));
            report.add("requests of a login", each, "");
            report.add("fetches of metadata and keys, all logins", logins.fetches(), "");
            for (var peer : List.of(first, second, bare)) {
                report.ratio("login over " + peer.name + ", p50", ours.p50() / peer.p50());
                report.ratio("login over " + peer.name + ", CPU", ours.cpu() / peer.cpu());
            }
        }
    }

    /** In turn, forwards and backwards, so that a drift of the machine meets all alike. */
    private static void rounds(PreparedLogins logins, List<Way> ways, int number, int block) throws Exception {
        for (var round = 0; round < number; round++) {
            // For both ways of waiting.
            logins.prepare(2 * block);
            for (var i = 0; i < ways.size(); i++) {
                ways.get(round % 2 == 0 ? i : ways.size() - 1 - i).take(block);
            }
        }
    }
}
