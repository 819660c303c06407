package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.session.BrowserSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Ends a session for all its clients (OpenID Connect RP-Initiated Logout §2; pro-sante-connect, section 8). Without a
 * hint a page asks first, because any site could have sent the browser here.
 */
final class LogoutEndpoint implements Handler {
    private static final String CLIENT = "client_id";
    private static final String TARGET = "post_logout_redirect_uri";
    private static final String STATE = "state";

    /** The parameters that the form of the page sends again. */
    static final List<String> KEPT = List.of(CLIENT, TARGET, STATE);

    /** The question whether to log out: where its form goes, and the parameters of the request. */
    record Question(String action, FormParameters form) {}

    private final Site site;
    private final String confirmation;
    private final BrowserSessions browsers;
    private final Realm realm;

    /** Puts the page with the button beside the endpoint. */
    LogoutEndpoint(Site site, String path, BrowserSessions browsers) {
        this.site = site;
        this.confirmation = path + "/logout-confirm"; // where Keycloak has it
        this.browsers = browsers;
        this.realm = browsers.realm();
        site.add(confirmation, page -> answer(page.incoming(), true), "POST");
    }

    @Override
    public Reply answer(IncomingRequest request) {
        return answer(request, false);
    }

    private Reply answer(IncomingRequest request, boolean isConfirmed) {
        try {
            var form = request.parameters().wellFormed();
            if (!isConfirmed && form.optional("id_token_hint").isPresent()) {
                return byHint(request, form);
            }
            checkTarget(form);
            if (!isConfirmed
                    && realm.simulation().dials().value(Dial.LOGOUT_ASKS).orElse(true)) {
                return question(request, form);
            }
            browsers.find(request).ifPresent(realm::end);
            return done(request, form);
        } catch (OAuthErrorException e) {
            // A person may be looking at this: a page, never a redirect to a URI that was not declared.
            return site.show(request, page -> page.message(400, "logout.impossible", e.description()));
        }
    }

    private Reply byHint(IncomingRequest request, FormParameters form) throws OAuthErrorException {
        var session = realm.tokens()
                .ownerOfIdToken(form.required("id_token_hint"))
                .orElseThrow(() -> OAuthErrorException.invalidRequest("Invalid parameter: id_token_hint"));
        var client = session.client();
        if (!form.optional(CLIENT).orElse(client.id()).equals(client.id())) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: client_id");
        }
        checkTarget(form, client);
        realm.end(session.realm());
        return done(request, form);
    }

    /** The page on which {@code client_id} tells whose address to return to. */
    private Reply question(IncomingRequest request, FormParameters form) {
        var frame =
                PageFrame.titled("logout.title").leadingTo(form.optional(TARGET).map(LogoutEndpoint::origin));
        return site.show(request, page -> page.page(200, frame, "psc/logout", new Question(confirmation, form)));
    }

    private Optional<SimulatedClient> client(FormParameters form) throws OAuthErrorException {
        var id = form.optional(CLIENT);
        var client = id.flatMap(realm.clients()::find);
        if (id.isPresent() && client.isEmpty()) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: client_id");
        }
        return client;
    }

    /** Without a hint, {@code client_id} alone tells whose address it is. */
    private void checkTarget(FormParameters form) throws OAuthErrorException {
        var client = client(form);
        if (client.isPresent()) {
            checkTarget(form, client.get());
        } else if (form.optional(TARGET).isPresent()) {
            throw OAuthErrorException.invalidRequest("Missing parameters: id_token_hint");
        }
    }

    private static void checkTarget(FormParameters form, SimulatedClient client) throws OAuthErrorException {
        var target = form.optional(TARGET);
        if (target.isPresent() && !client.mayReturnAfterLogoutTo(target.get())) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: post_logout_redirect_uri");
        }
    }

    private static String origin(String uri) {
        var target = URI.create(uri);
        return target.getScheme() + "://" + target.getRawAuthority();
    }

    private Reply done(IncomingRequest request, FormParameters form) {
        var isEchoed =
                realm.simulation().dials().value(Dial.LOGOUT_ECHOES_STATE).orElse(true);
        return form.optional(TARGET)
                .map(uri -> new ReturnUri(uri).with(STATE, form.optional(STATE).filter(state -> isEchoed)))
                .map(back -> Reply.redirect(back.toUri()))
                .orElseGet(() -> site.show(request, page -> page.message(200, "logout.done")));
    }
}
