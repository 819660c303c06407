package io.github.pscsdk.example.lab.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A vendor's site with a simulator that a person plays. Whoever opens the site is sent there to log in; whoever comes back is
 * greeted, or told the problem's code.
 */
final class VendorSite implements AutoCloseable {
    static final String ID = "logiciel-essai";

    private static final String SECRET = "secret-of-logiciel-essai";

    private final HttpServer server;
    private final PscSimulator simulator;
    private final RelyingParty psc;
    private volatile String state = "none yet";

    private VendorSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var returns = address().resolve("/retour");
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(ID, SECRET).withRedirectUri(returns))
                .interval(Duration.ofSeconds(1))
                .interactive()
                .start();
        psc = RelyingParty.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(ID, ClientAuthentication.clientSecretBasic(SECRET))
                .redirectUri(returns)
                .build();
        server.createContext("/", exchange -> answer(exchange, this::begin));
        server.createContext("/retour", exchange -> answer(exchange, this::complete));
        server.start();
    }

    static VendorSite start() throws IOException {
        return new VendorSite();
    }

    private interface Page {
        String answer(HttpExchange exchange) throws PscException, InterruptedException;
    }

    private static void answer(HttpExchange exchange, Page page) throws IOException {
        try {
            send(exchange, page.answer(exchange));
        } catch (PscException e) {
            send(exchange, "Problème " + e.problem().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var page = ("<!DOCTYPE html><html lang=\"fr\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><h1>"
                        + text + "</h1>")
                .getBytes(StandardCharsets.UTF_8);
        var status = exchange.getResponseHeaders().containsKey("Location") ? 302 : 200;
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private String begin(HttpExchange exchange) throws PscException, InterruptedException {
        var login = RelyingParty.await(psc::beginBrowserLogin);
        state = login.state();
        exchange.getResponseHeaders().add("Location", login.authorizationUri().toString());
        return "Connexion";
    }

    private String complete(HttpExchange exchange) throws PscException, InterruptedException {
        var session = RelyingParty.await(() -> psc.completeBrowserLogin(exchange.getRequestURI(), state));
        return "Bonjour " + session.professional().familyName() + " par "
                + session.authMode().orElse("?");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    PscSimulator simulator() {
        return simulator;
    }

    /** The vendor's server half, for logins without a browser. */
    RelyingParty psc() {
        return psc;
    }

    @Override
    public void close() {
        psc.close();
        simulator.close();
        server.stop(0);
    }
}
