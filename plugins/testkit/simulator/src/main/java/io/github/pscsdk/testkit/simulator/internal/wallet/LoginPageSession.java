package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.script.LoginPageBehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One browser at the login page, from its arrival until it is sent back. */
final class LoginPageSession {
    private final String service;
    private final ClientReturn returns;
    private final Instant chooseBefore;
    private Optional<Asked> asked = Optional.empty();

    /** Whom the page sent to a device, and what waits there. */
    record Asked(PersonaEntry person, Prompt prompt) {}

    /**
     * Begins.
     *
     * @param service who sent the browser, as a professional may read it
     * @param returns how it gets back
     * @param chooseBefore how long the page waits for a choice
     */
    LoginPageSession(String service, ClientReturn returns, Instant chooseBefore) {
        this.service = service;
        this.returns = returns;
        this.chooseBefore = chooseBefore;
    }

    String service() {
        return service;
    }

    ClientReturn returns() {
        return returns;
    }

    synchronized Optional<Asked> asked() {
        return asked;
    }

    /** Whether nobody chose in time. */
    boolean isTooLate(Instant now) {
        return asked().isEmpty() && isOlderThan(now);
    }

    /** Whether the time to choose is over, whatever became of it. */
    boolean isOlderThan(Instant now) {
        return !now.isBefore(chooseBefore);
    }

    /** For the script of the page: whatever is not this any more. */
    String state(Instant now) {
        return asked().map(present -> present.prompt().state().name()).orElse(isTooLate(now) ? "EXPIRED" : "CHOOSING");
    }

    /** Sends the person to their device, as their script has it. A second form of the same page changes nothing. */
    synchronized void ask(
            PersonaEntry person, LoginPageBehaviour page, String channel, Prompts prompts, Duration life) {
        if (asked.isPresent()) {
            return;
        }
        var question = new Prompt.Question(channel, service, person.persona(), prompts.drawNumber());
        var prompt = page == LoginPageBehaviour.RETURNS_WITH_CODE
                ? prompts.askToMatch(question, life)
                : prompts.askInVain(question, life);
        if (page == LoginPageBehaviour.RETURNS_REFUSAL) {
            prompt.refuse();
        }
        asked = Optional.of(new Asked(person, prompt));
    }
}
