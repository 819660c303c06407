package io.github.pscsdk.relyingparty.internal.async;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock and its timer that stand still until a test moves them. For one thread. */
public final class FakeTime extends Clock implements Scheduler {
    public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final List<Planned> plan = new ArrayList<>();
    private Instant now = START;

    private record Planned(Instant at, Runnable task) {}

    @Override
    public Runnable after(Duration delay, Runnable task) {
        var planned = new Planned(now.plus(delay), task);
        plan.add(planned);
        return () -> plan.remove(planned);
    }

    /** Moves to the next planned task and runs it; does nothing where nothing is planned. */
    public void next() {
        plan.stream().min((a, b) -> a.at.compareTo(b.at)).ifPresent(this::run);
    }

    private void run(Planned planned) {
        plan.remove(planned);
        now = planned.at.isAfter(now) ? planned.at : now;
        planned.task.run();
    }

    /** Runs one planned task after the other until there are none. */
    public void toTheEnd() {
        while (!plan.isEmpty()) {
            next();
        }
    }

    /** Moves the clock; what would have been due meanwhile stays planned. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    public int planned() {
        return plan.size();
    }

    /** Time since the start. */
    public Duration elapsed() {
        return Duration.between(START, now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
