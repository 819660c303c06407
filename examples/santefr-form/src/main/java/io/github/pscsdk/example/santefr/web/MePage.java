package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.example.santefr.web.view.ProfessionalCard;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import io.github.pscsdk.example.santefr.web.view.SessionCard;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.util.Map;

/** {@code /me}: who is logged in, and what they may declare. */
final class MePage {
    private final WebLogin login;
    private final Dossiers dossiers;

    MePage(WebLogin login, Dossiers dossiers) {
        this.login = login;
        this.dossiers = dossiers;
    }

    void show(PageRequest request) {
        login.session(request).ifPresentOrElse(session -> show(request, session), () -> leave(request));
    }

    private void show(PageRequest request, PscSession session) {
        var language = request.language();
        var professional = session.professional();
        request.show(
                "me",
                "me.title",
                Map.of(
                        "who", ProfessionalCard.of(professional, language),
                        "rights", RightsCard.of(dossiers.rights(Caller.of(professional)), language),
                        "session", SessionCard.of(session, language),
                        "csrf", FormToken.of(session.id()).value()));
    }

    private void leave(PageRequest request) {
        request.see(login.dropEndedSession(request)
                .map(Notice::of)
                .orElse(Notice.LOGIN_NEEDED)
                .address());
    }
}
