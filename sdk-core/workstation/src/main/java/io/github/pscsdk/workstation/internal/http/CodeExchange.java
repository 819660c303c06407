package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.LoginState;

/** Has the person's code checked by the server half, as long as there are tries left. */
final class CodeExchange {
    private final LoginResource login;
    private final Endurance endurance;
    private final BrowserCodes codes;
    private boolean again;

    CodeExchange(LoginResource login, Endurance endurance, BrowserCodes codes) {
        this.login = login;
        this.endurance = endurance;
        this.codes = codes;
    }

    /** Where the login stands after one more code. */
    LoginState after(LoginState needed) throws PscException, InterruptedException {
        var tries = needed.triesLeft()
                .filter(left -> left > 0)
                .orElseThrow(() -> new PscException(
                        LoginProblem.SERVER_HALF_ANSWER_INVALID, "a code is needed and no try is left"));
        var code = codes.ask(new BrowserCodeQuestion(tries, again))
                .orElseThrow(() -> new PscException(LoginProblem.BROWSER_CODE_MISSING, "nobody gave the code"));
        again = true;
        return endurance.through(new Giving(code, tries));
    }

    /** A code whose answer was lost may have cost a try, or may have been the right one: so it looks before it repeats. */
    private final class Giving implements Endurance.Call<LoginState> {
        private final String code;
        private final int tries;
        private boolean sent;

        Giving(String code, int tries) {
            this.code = code;
            this.tries = tries;
        }

        @Override
        public LoginState make() throws PscException, InterruptedException {
            if (sent) {
                var state = login.look();
                if (!state.needsCode() || state.triesLeft().orElse(0) != tries) {
                    return state;
                }
            }
            sent = true;
            return login.give(code);
        }
    }
}
