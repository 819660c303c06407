package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.ThreadUse;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.benchmark.wire.RawServer;

/** What a login costs on top of its two round trips, when the browser is back. */
public final class BrowserLogins implements Measure {
    @Override
    public String name() {
        return "browser-login";
    }

    @Override
    public String subject() {
        return "completeBrowserLogin over loopback, beside two bare round trips to the same server";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var warmUp = effort.of(8_000, 3);
        var number = effort.of(2_000, 5);
        try (var logins = new PreparedLogins(warmUp + 4 * number);
                var library = new LibraryRoundTrips(logins)) {
            var limit = Pairs.take(
                    warmUp,
                    number,
                    () -> WallClock.nanos(logins::finish),
                    () -> WallClock.nanos(logins::bareRoundTrips));
            var peer = Pairs.take(
                    number, number, () -> WallClock.nanos(logins::finish), () -> WallClock.nanos(library::roundTrips));
            report.add("two bare round trips, p50", limit.limit() / 1e3, "µs");
            report.add("two round trips of the HTTP library, p50", peer.limit() / 1e3, "µs");
            report.add("login, p50", limit.ours() / 1e3, "µs");
            report.ratio("login over two bare round trips", limit.ours() / limit.limit());
            report.ratio("login over two round trips of the HTTP library", peer.ours() / peer.limit());
            consumption(logins, number, report);
        }
    }

    private static void consumption(PreparedLogins logins, int number, Report report) throws Exception {
        var requests = logins.psc.count();
        var before = ThreadUse.but(RawServer.THREAD);
        for (var i = 0; i < number; i++) {
            logins.finish();
        }
        var used = ThreadUse.but(RawServer.THREAD);
        report.add("requests of a login", (logins.psc.count() - requests) / (double) number, "");
        report.add("CPU of a login", used.cpuSince(before) / 1e3 / number, "µs");
        report.add("allocated by a login", used.allocatedSince(before) / 1024.0 / number, "KiB");
    }
}
