package io.github.pscsdk.testkit.internal.wallet;

import io.github.pscsdk.testkit.internal.device.Prompt;
import io.github.pscsdk.testkit.internal.device.Prompts;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.persona.LoginPage;
import java.time.Duration;
import java.util.Optional;

/** One browser at the login page, from its arrival until it is sent back. */
final class Visit {
    private final String service;
    private final Returns returns;
    private Optional<Asked> asked = Optional.empty();

    /** Whom the page sent to a device, and what waits there. */
    record Asked(PersonaEntry person, Prompt prompt) {}

    Visit(String service, Returns returns) {
        this.service = service;
        this.returns = returns;
    }

    String service() {
        return service;
    }

    Returns returns() {
        return returns;
    }

    synchronized Optional<Asked> asked() {
        return asked;
    }

    /** For the script of the page: whatever is not this any more. */
    String state() {
        return asked().map(present -> present.prompt().state().name()).orElse("CHOOSING");
    }

    /** Sends the person to their device, as their script has it. A second form of the same page changes nothing. */
    synchronized void ask(PersonaEntry person, LoginPage page, String channel, Prompts prompts, Duration life) {
        if (asked.isPresent()) {
            return;
        }
        var question = new Prompt.Question(channel, service, person.persona(), prompts.drawNumber());
        var prompt = page == LoginPage.RETURNS_WITH_CODE
                ? prompts.askToMatch(question, life)
                : prompts.askInVain(question, life);
        if (page == LoginPage.RETURNS_REFUSAL) {
            prompt.refuse();
        }
        asked = Optional.of(new Asked(person, prompt));
    }
}
