package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.Scenario.Applied;
import io.github.pscsdk.testkit.simulator.Scenario.Step;
import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.internal.screen.Cockpit;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does the steps of a scenario when due by the simulator's clock, and before a request where no timer follows it. */
final class ScenarioPlayer implements AutoCloseable {
    private final PscSimulator simulator;
    private final Optional<Scenario> scenario;
    private final Clock clock;
    private final Journal journal;
    private final Consumer<Applied> listener;
    private final Scheduler timer;
    private final ReentrantLock lock = new ReentrantLock();
    // By the number of the step.
    private final Map<Integer, Step> left = new ConcurrentSkipListMap<>();
    private final List<Applied> applied = new CopyOnWriteArrayList<>();
    private volatile Optional<Instant> start = Optional.empty();
    private Runnable cancellation = () -> {};
    private volatile boolean over;

    ScenarioPlayer(PscSimulator simulator, SimulatorBuilder settings, Journal journal) {
        this.simulator = simulator;
        this.scenario = settings.scenario;
        this.clock = settings.clock;
        this.timer = Scheduler.of(clock, "psc-simulator-scenario");
        this.journal = journal;
        this.listener = settings.scenarioListener;
        scenario.ifPresent(played -> played.steps().forEach(step -> left.put(left.size() + 1, step)));
    }

    /** Does what is due at the start; the time of the other steps begins here. */
    void begin() {
        start = Optional.of(clock.instant());
        catchUp();
    }

    /** Does what is due by now, the earliest first; of several at one time, the first of the file. */
    void catchUp() {
        // A step that moves the clock comes back here through the timer.
        if (!over && !lock.isHeldByCurrentThread()) {
            lock.lock();
            doWhatIsDue();
        }
    }

    /** The same for the timer, which must not wait: the thread that moves the clock looks again after its steps. */
    private void fallDue() {
        if (!over && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            doWhatIsDue();
        }
    }

    /** Has the timer do the next step at its time, which a login may have fixed. */
    void scheduleNext() {
        var logins = journal.logins();
        synchronized (timer) {
            cancellation.run();
            cancellation = left.values().stream()
                    .flatMap(step -> due(step, logins).stream())
                    .min(Comparator.naturalOrder())
                    .map(due -> timer.after(Duration.between(clock.instant(), due), this::fallDue))
                    .orElse(() -> {});
        }
    }

    /** Gives the lock back, which the caller took. */
    private void doWhatIsDue() {
        try {
            doEachThatIsDue();
        } finally {
            lock.unlock();
        }
        scheduleNext();
    }

    private void doEachThatIsDue() {
        for (var next = next(); next.isPresent(); next = next()) {
            var number = next.get();
            var step = left.remove(number);
            step.action().accept(simulator, clock);
            var done = new Applied(number, step.what(), clock.instant());
            applied.add(done);
            listener.accept(done);
        }
        if (left.isEmpty()) {
            over = true;
            timer.close();
        }
    }

    private Optional<Integer> next() {
        var now = clock.instant();
        var logins = journal.logins();
        return left.entrySet().stream()
                .filter(step -> due(step.getValue(), logins)
                        .filter(due -> !due.isAfter(now))
                        .isPresent())
                .min(Comparator.comparing(step -> due(step.getValue(), logins).orElseThrow()))
                .map(Map.Entry::getKey);
    }

    /** Empty while there were not enough logins, and before the start. */
    private Optional<Instant> due(Step step, List<Instant> logins) {
        if (step.logins() > logins.size()) {
            return Optional.empty();
        }
        var since = step.logins() == 0 ? start : Optional.of(logins.get(step.logins() - 1));
        return since.map(begin -> begin.plus(step.after()));
    }

    List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** For the cockpit; empty without a scenario. */
    Optional<Cockpit.Progress> progress() {
        return scenario.map(played -> new Cockpit.Progress(
                played.title(), applied.size(), played.steps().size()));
    }

    /** For the control API: all steps, and when each was done. */
    JsonObjectBuilder describe() {
        var times = applied.stream()
                .collect(Collectors.toMap(Applied::step, done -> done.at().toString()));
        var document = new JsonObjectBuilder().with("title", scenario.map(Scenario::title));
        var steps = new ArrayList<JsonObjectBuilder>();
        for (var step : scenario.map(Scenario::steps).orElse(List.of())) {
            var number = steps.size() + 1;
            steps.add(new JsonObjectBuilder()
                    .with("step", number)
                    .with("who", step.who().map(id -> id.value()).orElse("anybody"))
                    .with("what", step.what())
                    .with("appliedAt", Optional.ofNullable(times.get(number))));
        }
        return document.withObjects("steps", steps);
    }

    @Override
    public void close() {
        timer.close();
    }
}
