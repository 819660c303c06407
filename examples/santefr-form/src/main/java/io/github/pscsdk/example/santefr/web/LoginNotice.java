package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.util.Arrays;
import java.util.Optional;

/** Why the reader was sent back to the connection page. */
enum LoginNotice {
    /** The session has ended by itself. */
    SESSION_OVER,
    /** The session had ended when a form was sent, which is kept. */
    INPUT_KEPT,
    /** The session had ended when a declaration was to be handed over. */
    NOT_HANDED_OVER,
    /** Pro Santé Connect has ended it. */
    ENDED_BY_PSC,
    /** The page that was asked for needs a session. */
    LOGIN_NEEDED;

    /** The page with this notice. */
    String address() {
        return "/?notice=" + code();
    }

    String code() {
        return KebabCase.of(this);
    }

    /** Why a session is over. */
    static LoginNotice of(LoginProblem end) {
        return end == LoginProblem.SESSION_ENDED_AT_PSC ? ENDED_BY_PSC : SESSION_OVER;
    }

    static Optional<LoginNotice> of(String code) {
        return Arrays.stream(values())
                .filter(notice -> notice.code().equals(code))
                .findFirst();
    }
}
