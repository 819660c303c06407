package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;

/**
 * What the tokens of a login are checked against.
 *
 * @param attempt name of the login in the log
 * @param nonce of a browser login
 * @param asked the person whom a back-channel login asks
 */
record ExpectedLogin(String attempt, Optional<String> nonce, Optional<NationalId> asked) {

    static ExpectedLogin ofBrowser(String attempt, String nonce) {
        return new ExpectedLogin(attempt, Optional.of(nonce), Optional.empty());
    }

    static ExpectedLogin ofBackchannel(String attempt, NationalId asked) {
        return new ExpectedLogin(attempt, Optional.empty(), Optional.of(asked));
    }

    @Override
    public String toString() {
        return "Expectation[" + attempt + "]";
    }
}
