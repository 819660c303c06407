package io.github.pscsdk.testkit.simulator.internal.script;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;

/**
 * Chooses the script for each new login.
 *
 * @param dials the dial for behaviour prevails over the persona's own
 */
public record LoginScripts(Dials dials) {
    /** The script of a login that this persona begins now. */
    public LoginScript of(Persona persona) {
        return LoginScript.of(dials.behaviour(persona.nationalId()).orElse(persona.behaviour()));
    }

    /**
     * The means of a browser login where no person chooses one, as {@code authMode} names it.
     *
     * @param delegated whether the request leads to the login of an organisation
     */
    public String authMode(boolean delegated) {
        return dials.value(Dial.BROWSER_MEANS).orElse((delegated ? Means.IDENTITY_BROKER : Means.MOBILE).name());
    }
}
