package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.example.santefr.web.view.ProfessionalCard;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import io.github.pscsdk.example.santefr.web.view.SessionCard;
import io.github.pscsdk.relyingparty.PscSession;
import java.util.Map;

/** {@code /me}: who is logged in, and what they may declare. */
final class MePage {
    private final Browser browser;
    private final Eligibility eligibility;

    MePage(Browser browser, Eligibility eligibility) {
        this.browser = browser;
        this.eligibility = eligibility;
    }

    void show(Visit visit) {
        browser.session(visit).ifPresentOrElse(session -> show(visit, session), () -> leave(visit));
    }

    private void show(Visit visit, PscSession session) {
        var language = visit.language();
        var professional = session.professional();
        visit.show(
                "me",
                "me.title",
                Map.of(
                        "who", ProfessionalCard.of(professional, language),
                        "rights", RightsCard.of(eligibility.rights(Caller.of(professional)), language),
                        "session", SessionCard.of(session, language),
                        "csrf", FormToken.of(session.id())));
    }

    private void leave(Visit visit) {
        visit.see(browser.dropEndedSession(visit).orElse(Notice.LOGIN_NEEDED).address());
    }
}
