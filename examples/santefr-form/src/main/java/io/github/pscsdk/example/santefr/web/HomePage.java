package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /}: what the form is for, and the login button. */
final class HomePage {
    /** Why the reader was sent back to this page. */
    enum Notice {
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

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Why a session is over. */
        static Notice of(LoginProblem end) {
            return end == LoginProblem.SESSION_ENDED_AT_PSC ? ENDED_BY_PSC : SESSION_OVER;
        }

        private static Optional<Notice> of(String code) {
            return Arrays.stream(values())
                    .filter(notice -> notice.code().equals(code))
                    .findFirst();
        }
    }

    private HomePage() {}

    /** For a browser that may be logged in already. */
    static void show(PageRequest request, WebLogin login) {
        if (login.session(request).isPresent()) {
            request.see("/me");
        } else {
            login.dropEndedSession(request)
                    .ifPresentOrElse(end -> request.see(Notice.of(end).address()), () -> show(request));
        }
    }

    static void show(PageRequest request) {
        var notice = request.parameter("notice").flatMap(Notice::of);
        request.show(
                "home",
                "home.title",
                notice.map(Notice::address).orElse("/"),
                Map.of("notice", notice.map(known -> "home." + known.code())));
    }
}
