package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Scenario.Applied;
import io.github.pscsdk.testkit.simulator.Scenario.Step;
import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import io.github.pscsdk.testkit.simulator.internal.screen.ScenarioProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does the steps of a scenario when they are due: before each request is answered, so that a test that moves the clock needs not
 * wait, and some times a second, so that sessions end although nobody asks for anything.
 */
final class ScenarioPlayer implements AutoCloseable {
    private static final long TICK_MILLIS = 100;

    private final PscSimulator simulator;
    private final Optional<Scenario> scenario;
    private final Clock clock;
    private final Journal journal;
    private final Consumer<Applied> listener;
    private final ScheduledExecutorService ticker = new ScheduledThreadPoolExecutor(1, ScenarioPlayer::daemon);
    // By the number of the step.
    private final TreeMap<Integer, Step> left = new TreeMap<>();
    private final List<Applied> applied = new ArrayList<>();
    private Optional<Instant> start = Optional.empty();
    private volatile boolean over;

    ScenarioPlayer(PscSimulator simulator, SimulatorBuilder settings, Journal journal) {
        this.simulator = simulator;
        this.scenario = settings.scenario();
        this.clock = settings.clock();
        this.journal = journal;
        this.listener = settings.scenarioListener();
        scenario.ifPresent(played -> played.steps().forEach(step -> left.put(left.size() + 1, step)));
    }

    /** Does what is due at the start; the time of the other steps begins here. */
    synchronized void begin() {
        start = Optional.of(clock.instant());
        catchUp();
        if (!left.isEmpty()) {
            ticker.scheduleWithFixedDelay(this::catchUp, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Does what is due by now, the earliest first; of several at one time, the first of the file. */
    void catchUp() {
        if (!over) {
            doWhatIsDue();
        }
    }

    private synchronized void doWhatIsDue() {
        for (var next = next(); next.isPresent(); next = next()) {
            var number = next.get();
            var step = left.remove(number);
            step.action().on(simulator, clock);
            var done = new Applied(number, step.what(), clock.instant());
            applied.add(done);
            listener.accept(done);
        }
        if (left.isEmpty()) {
            over = true;
            ticker.shutdown();
        }
    }

    private Optional<Integer> next() {
        var now = clock.instant();
        var logins = journal.logins();
        return left.keySet().stream()
                .filter(number ->
                        due(number, logins).filter(due -> !due.isAfter(now)).isPresent())
                .min(Comparator.comparing(number -> due(number, logins).orElseThrow()));
    }

    /** Empty while there were not enough logins, and before the start. */
    private Optional<Instant> due(int number, List<Instant> logins) {
        var step = left.get(number);
        if (step.logins() > logins.size()) {
            return Optional.empty();
        }
        var since = step.logins() == 0 ? start : Optional.of(logins.get(step.logins() - 1));
        return since.map(begin -> begin.plus(step.after()));
    }

    synchronized List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** For the cockpit; empty without a scenario. */
    synchronized Optional<ScenarioProgress> progress() {
        return scenario.map(played -> new ScenarioProgress(
                played.title(), applied.size(), played.steps().size()));
    }

    /** For the control API: all steps, and when each was done. */
    synchronized JsonObject describe() {
        var document = new JsonObject().with("title", scenario.map(Scenario::title));
        var steps = new ArrayList<JsonObject>();
        for (var step : scenario.map(Scenario::steps).orElse(List.of())) {
            var number = steps.size() + 1;
            steps.add(new JsonObject()
                    .with("step", number)
                    .with("who", step.who().map(id -> id.value()).orElse("anybody"))
                    .with("what", step.what())
                    .with(
                            "appliedAt",
                            applied.stream()
                                    .filter(done -> done.step() == number)
                                    .map(done -> done.at().toString())
                                    .findFirst()));
        }
        return document.withObjects("steps", steps);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "psc-simulator-scenario");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
