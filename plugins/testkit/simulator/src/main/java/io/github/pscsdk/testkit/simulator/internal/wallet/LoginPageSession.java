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
    private Optional<DevicePrompt> asked = Optional.empty();

    /** The professional who was asked on a device, and the prompt. */
    record DevicePrompt(PersonaEntry person, Prompt prompt) {}

    /**
     * A new session.
     *
     * @param service the name of the client that sent the browser
     * @param returns the way back to the client
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

    synchronized Optional<DevicePrompt> asked() {
        return asked;
    }

    /** Whether nobody chose in time. */
    boolean isTooLate(Instant now) {
        return asked().isEmpty() && isOlderThan(now);
    }

    /** Whether the time to choose is over, even if a choice was made. */
    boolean isOlderThan(Instant now) {
        return !now.isBefore(chooseBefore);
    }

    /** The state for the script of the page, which loads the page again when it changes. */
    String state(Instant now) {
        return asked().map(present -> present.prompt().state().name()).orElse(isTooLate(now) ? "EXPIRED" : "CHOOSING");
    }

    /** Asks the person on a device, as the script says. A second form of the same page changes nothing. */
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
        asked = Optional.of(new DevicePrompt(person, prompt));
    }
}
