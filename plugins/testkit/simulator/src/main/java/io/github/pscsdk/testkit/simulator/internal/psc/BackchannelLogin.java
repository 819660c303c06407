package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/** A back-channel request that waits for its polls. */
final class BackchannelLogin {
    private static final Duration SLOW_DOWN_STEP = Duration.ofSeconds(5); // CIBA Core §11: "at least 5 seconds"

    /** How much too early a poll may come, because timers and clocks are not exact. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final String id = UUID.randomUUID().toString();
    private final SimulatedClient client;
    private final PersonaEntry asked;
    private final String authMode;
    private final Simulation simulation;
    private final Instant expiresAt;
    private final Iterator<PollAnswer> script;
    private final Optional<Prompt> prompt;

    private Duration interval;
    private Instant lastPoll;
    private boolean polled;
    private PollAnswer next = PollAnswer.PENDING;
    private Optional<PollAnswer> settled = Optional.empty();
    private boolean used;

    /** Without a {@code prompt} the persona answers by itself. */
    BackchannelLogin(
            SimulatedClient client,
            PersonaEntry asked,
            LoginScript script,
            String authMode,
            Simulation simulation,
            Optional<Prompt> prompt) {
        this.client = client;
        this.asked = asked;
        this.authMode = authMode;
        this.simulation = simulation;
        this.expiresAt = simulation.now().plus(simulation.backchannel());
        this.script = script.polls().iterator();
        this.prompt = prompt;
        this.interval = simulation.interval();
        this.lastPoll = simulation.now();
    }

    SimulatedClient client() {
        return client;
    }

    PersonaEntry asked() {
        return asked;
    }

    String authMode() {
        return authMode;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    synchronized boolean isUnanswered() {
        var ended =
                PollAnswer.DENIED.equals(next) || PollAnswer.EXPIRED.equals(next) || PollAnswer.INVALID.equals(next);
        var waits =
                prompt.map(present -> present.state() == Prompt.State.PENDING).orElse(true);
        return !used && !ended && settled.isEmpty() && waits && simulation.now().isBefore(expiresAt);
    }

    /** Answers instead of the professional, whatever the script says. False if there was an answer already. */
    synchronized boolean settle(PollAnswer answer) {
        if (!isUnanswered()) {
            return false;
        }
        settled = Optional.of(answer);
        prompt.ifPresent(Prompt::refuse); // no device shows it any longer
        return true;
    }

    PendingRequest describe() {
        return new PendingRequest(id, client.id(), asked.persona().nationalId(), new Means(authMode), expiresAt);
    }

    String id() {
        return id;
    }

    /** The answer to a poll. Tokens are given once. */
    synchronized PollAnswer poll() {
        var now = simulation.now();
        if (used) {
            return PollAnswer.INVALID;
        }
        if (!now.isBefore(expiresAt)) {
            return PollAnswer.EXPIRED;
        }
        var hasNews = !polled && settled.isPresent();
        if (!hasNews && now.plus(TOLERANCE).isBefore(lastPoll.plus(interval))) {
            return tooEarly(now);
        }
        var answer = advance();
        if (answer instanceof PollAnswer.Outage) {
            return answer; // it never got here: not a poll that counts
        }
        lastPoll = now;
        polled = true;
        if (answer.equals(PollAnswer.SLOW_DOWN)) {
            interval = interval.plus(SLOW_DOWN_STEP);
        }
        used = answer.equals(PollAnswer.TOKENS);
        return answer;
    }

    /** The answer before the interval has passed; the first poll may come at once. */
    private PollAnswer tooEarly(Instant now) {
        var first = !polled;
        lastPoll = now;
        polled = true;
        if (first) {
            return PollAnswer.PENDING;
        }
        interval = interval.plus(SLOW_DOWN_STEP);
        return PollAnswer.SLOW_DOWN;
    }

    private PollAnswer advance() {
        if (settled.isPresent()) {
            return settled.get();
        }
        if (script.hasNext()) {
            next = script.next();
        }
        // Whatever else a persona runs into does not wait for a person.
        return script.hasNext() ? next : prompt.map(this::byPerson).orElse(next);
    }

    private PollAnswer byPerson(Prompt waiting) {
        return switch (waiting.state()) {
            case PENDING, EXPIRED -> PollAnswer.PENDING;
            case APPROVED -> next;
            case REFUSED -> PollAnswer.DENIED;
        };
    }
}
