package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One browser at the login page, from its arrival until it is sent back. */
final class LoginPageSession {
    private final SimulatedClient client;
    private final FormParameters form;
    private final ReturnUri back;
    private final Instant chooseBefore;
    private Optional<DevicePrompt> asked = Optional.empty();

    /** The professional who was asked on a device, and the prompt. */
    record DevicePrompt(PersonaEntry person, Prompt prompt) {}

    /** A new session, for a client's request; {@code chooseBefore} is how long the page waits for a choice. */
    LoginPageSession(SimulatedClient client, FormParameters form, ReturnUri back, Instant chooseBefore) {
        this.client = client;
        this.form = form;
        this.back = back;
        this.chooseBefore = chooseBefore;
    }

    String service() {
        return client.name();
    }

    /**
     * Logs the person in who was asked. Returns to the client with a code, unless another person is logged in there.
     */
    Reply confirmed(IncomingRequest browser, DevicePrompt answered, AuthorizationResponses responses) {
        // The pages of a device stand for those of the organisation.
        var authMode = LoginRequestRules.isDelegated(form)
                ? Means.IDENTITY_BROKER.name()
                : answered.prompt().question().channel();
        try {
            return responses.confirm(browser, client, answered.person(), authMode, form, back);
        } catch (OAuthErrorException e) {
            throw new IllegalStateException("the request was checked before", e);
        }
    }

    /** Returns to the client with {@code access_denied}. */
    Reply refused(AuthorizationResponses responses) {
        asked().ifPresent(waiting -> waiting.prompt().refuse());
        return Reply.redirect(responses.refuse(OAuthErrorException.of("access_denied", "User cancelled"), form, back));
    }

    synchronized Optional<DevicePrompt> asked() {
        return asked;
    }

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
    synchronized void ask(PersonaEntry person, LoginScript.Page page, String channel, Prompts prompts, Duration life) {
        if (asked.isPresent()) {
            return;
        }
        var question = new Prompt.Question(channel, client.name(), person.persona(), prompts.drawNumber());
        var prompt = page == LoginScript.Page.RETURNS_WITH_CODE
                ? prompts.askToMatch(question, life)
                : prompts.askInVain(question, life);
        if (page == LoginScript.Page.RETURNS_REFUSAL) {
            prompt.refuse();
        }
        asked = Optional.of(new DevicePrompt(person, prompt));
    }
}
