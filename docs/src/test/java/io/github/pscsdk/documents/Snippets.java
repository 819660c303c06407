package io.github.pscsdk.documents;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The snippets of the documents that stand in no other file: compiled here. */
final class Snippets {
    interface Dialog {
        void show(String title, List<String> steps);
    }

    interface Window {
        Optional<String> ask(String question, String hint) throws InterruptedException;
    }

    private record TypedInAWindow(Window window) implements LoginDialog {
        @Override
        public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
            var hint = again ? "Not the code. Tries left: " + triesLeft : "";
            return window.ask("Code shown by the page", hint);
        }
    }

    interface Greeting {
        void greet(String familyName);
    }

    static ApiResponse first(URI proxy, String token, Path plugins, byte[] declaration, Greeting screen)
            throws PscException, InterruptedException {
        try (var psc = PscClientBuilder.forServerHalf(proxy)
                        .clientId("my-software")
                        .applicationToken(token)
                        .pluginDirectory(plugins)
                        .build();
                var session = psc.login(LoginRequest.using("cps", "ecps"))) { // the phone where no card can be read
            screen.greet(session.professional().familyName());
            var request = ApiRequest.of("POST", "santefr", "declarations").withBody("application/json", declaration);
            var answer = session.send(request);
            session.signOut();
            return answer;
        }
    }

    AuthenticationSession byAnyWay(PscClient client, Window window) throws PscException, InterruptedException {
        var request = LoginRequest.using("cps", "ecps", "browser")
                .withDialog(new TypedInAWindow(window))
                .withProgress(this::show);
        return client.login(request);
    }

    static AuthenticationSession afterARestart(PscClient client, Window window, String kept)
            throws PscException, InterruptedException {
        var ticket = new LoginTicket(kept);
        var session = client.login(LoginRequest.resuming(ticket).withDialog(new TypedInAWindow(window)));
        return session;
    }

    static void explain(PscException failure, Dialog dialog) {
        var remedy = failure.problem().remedy(Locale.FRENCH);
        dialog.show(remedy.title(), remedy.steps());
    }

    interface Screen {
        void show(State state);
    }

    static void follow(AuthenticationSession session, Screen screen) {
        session.onStateChange(screen::show);
        screen.show(session.state());
    }

    static BrowserLogin web(String secret) throws PscException, InterruptedException {
        var relyingParty = RelyingParty.builder(PscEnvironment.sandbox())
                .client("my-service", ClientAuthentication.clientSecretBasic(secret))
                .redirectUri(URI.create("https://software.example/psc/callback"))
                .build();
        var login = RelyingParty.await(relyingParty::beginBrowserLogin);
        return login;
    }

    private void show(LoginProgress progress) {
        // The host's own.
    }
}
