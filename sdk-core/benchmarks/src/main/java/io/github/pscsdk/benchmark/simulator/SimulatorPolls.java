package io.github.pscsdk.benchmark.simulator;

import io.github.pscsdk.benchmark.measure.Cpu;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Load;
import io.github.pscsdk.benchmark.wire.Message;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A burst of 2,000 polls a second, as 10,000 waiting logins make it; client and servers share the processors. Then as many
 * polls as the simulator can answer.
 */
public final class SimulatorPolls implements Measure {
    static final int RATE = 2_000;
    private static final int CONNECTIONS = 8;

    @Override
    public String name() {
        return "simulator-polls";
    }

    @Override
    public String subject() {
        return "token polls that the simulator answers authorization_pending, beside the JDK's bare HTTP server";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var waiting = new Waiting(effort.of(10_000, 40));
                var bare = new BareServer(pendingAnswer(waiting));
                var simulatorLoad = new Load(waiting.address(), CONNECTIONS);
                var bareLoad = new Load(bare.address(), CONNECTIONS)) {
            var slice = waiting.polls().subList(0, effort.of(2_000, 16));
            var answers = new Pending();
            var flatOut = Pairs.take(
                    effort.of(10, 1),
                    effort.of(20, 3),
                    () -> {
                        waiting.nextRound();
                        return simulatorLoad.flatOut(slice, answers);
                    },
                    () -> bareLoad.flatOut(slice, answers));
            waiting.nextRound();
            burst("simulator", simulatorLoad, waiting.polls(), answers, report);
            burst("bare server", bareLoad, waiting.polls(), answers, report);
            report.add("flat out, simulator", slice.size() * 1e9 / flatOut.ours(), "polls/s");
            report.add("flat out, bare server", slice.size() * 1e9 / flatOut.limit(), "polls/s");
            report.ratio("flat out, simulator's time over bare server's", flatOut.ratio());
            report.add("answers that were not authorization_pending", answers.others.sum(), "");
        }
    }

    private static Message pendingAnswer(Waiting waiting) throws Exception {
        try (var connection = Connection.to(waiting.address())) {
            return connection.exchange(waiting.polls().get(0));
        }
    }

    private static void burst(String who, Load load, List<byte[]> polls, Pending answers, Report report)
            throws Exception {
        var cpu = Cpu.ofProcess();
        var start = System.nanoTime();
        var latencies = load.paced(polls, RATE, answers);
        var wall = System.nanoTime() - start;
        report.add("burst, " + who, polls.size() * 1e9 / wall, "polls/s");
        latencies.reportTo(report, "burst, " + who);
        report.add("burst, " + who + " and client", (Cpu.ofProcess() - cpu) / (double) wall, "processors");
    }

    private static final class Pending implements Consumer<Message> {
        private final LongAdder others = new LongAdder();

        @Override
        public void accept(Message answer) {
            if (answer.status() != 400 || !answer.body().contains("\"authorization_pending\"")) {
                others.increment();
            }
        }
    }
}
