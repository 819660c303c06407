package io.github.pscsdk.testkit.simulator.internal.persona;

import io.github.pscsdk.api.Channel;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;

/**
 * Chooses the script of a login.
 *
 * @param dials the dial for behaviour prevails over the persona's own
 */
public record LoginScripts(Dials dials) {
    /** How a login of that persona that begins now goes. */
    public LoginScript of(Persona persona) {
        return LoginScript.of(dials.value(Dial.BEHAVIOUR).orElse(persona.behaviour()));
    }

    /** What a professional logs in with who is not asked. */
    public Channel means() {
        return dials.value(Dial.BROWSER_MEANS).orElse(Channel.MOBILE);
    }
}
