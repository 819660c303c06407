package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A simulator that leaves the answers to a person, with a clock that stands still. */
abstract class WithInteractiveSimulator {
    final VirtualClock clock = VirtualClock.standing();
    final PscSimulator simulator = PscSimulator.builder()
            .client(Caller.registration())
            .client(SimulatedClient.withSecret("<b>\"Éditeur\" & 'fils'</b>", "s")
                    .withRedirectUri(URI.create("https://editeur.example.invalid/fils")))
            .client(SimulatedClient.withSecret("cabinet-7", "s")
                    .withName("Cabinet des Essais")
                    .withRedirectUri(Caller.REDIRECT))
            .clock(clock)
            .interactive()
            .start();
    final Caller caller = new Caller(simulator);
    final BrowserLogin browser = new BrowserLogin(simulator, caller);
    final Visitor visitor = new Visitor("fr-FR,fr;q=0.9,en;q=0.5");

    @AfterEach
    void stop() {
        simulator.close();
    }

    URI page(String path) {
        return simulator.pages().resolve(path);
    }

    Answer open(String path) throws Exception {
        return visitor.open(page(path));
    }

    /** The login page, as a client sends a browser there. */
    Answer loginPage() throws Exception {
        return loginPage(BrowserLogin.request());
    }

    Answer loginPage(Map<String, String> request) throws Exception {
        var sent = browser.open(request);
        return visitor.open(simulator.authorizationEndpoint().resolve(sent.header("Location")));
    }

    /** The page that waits for the device. */
    Answer waitingPage(String channel, String identifier) throws Exception {
        return visitor.submit(loginPage(), "channel", channel, "identifier", identifier);
    }

    /** Looks at a page of the wallet again. */
    Answer again(Answer page) throws Exception {
        return visitor.get(page.response().uri());
    }

    /** Follows the link that ends a login. */
    Map<String, String> goBack(Answer page) throws Exception {
        var uri = page.response().uri();
        return BrowserLogin.callback(visitor.get(uri.resolve("/login/return?" + uri.getRawQuery())));
    }
}
