package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.http.Exchange;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.LogoutNotice;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The control API, for programs: not recorded, subject to no dial. Values are form fields, answers JSON. */
public final class ControlServer {
    private final Origin origin;
    private final Dials dials;
    private final Clock clock;
    private final PscRealm psc;

    public ControlServer(Origin origin, Simulation simulation, PscRealm psc, Supplier<JsonObjectBuilder> scenario) {
        this.origin = origin;
        this.dials = simulation.dials();
        this.clock = simulation.clock();
        var journal = simulation.journal();
        this.psc = psc;
        route("/dials", this::dials, "GET", "DELETE");
        Dial.all()
                .forEach(
                        dial -> route("/dials/" + dial.name(), request -> dial(dial, request), "GET", "PUT", "DELETE"));
        route("/keys/rotate", request -> rotate(), "POST");
        route("/clock", request -> time(), "GET");
        route("/clock/advance", this::advance, "POST");
        route("/requests", request -> list("requests", journal.exchanges(), ControlServer::describe), "GET");
        route("/sessions", request -> list("sessions", psc.realm().parts(), ControlServer::describe), "GET");
        route("/pending", request -> list("pending", psc.pending(), ControlServer::describe), "GET");
        route("/pending/*", this::settle, "POST");
        route("/scenario", request -> Reply.json(200, scenario.get()), "GET");
        route("/logout-notices", request -> list("notices", journal.notices(), ControlServer::describe), "GET");
    }

    public URI address() {
        return origin.base();
    }

    private void route(String path, Handler handler, String... methods) {
        // Not an endpoint of Pro Santé Connect; this origin records nothing.
        origin.route(
                Endpoint.UNKNOWN,
                path,
                request -> isFromHere(request) ? handler.answer(request) : Reply.empty(403),
                methods);
    }

    /**
     * False for cross-origin calls, and for a host name that was made to point to loopback after a page was loaded (DNS
     * rebinding).
     */
    private boolean isFromHere(IncomingRequest request) {
        var host = request.header("Host").orElse("");
        // A person who types the address sends "none".
        return Set.of(address().getRawAuthority(), "localhost:" + address().getPort())
                        .contains(host)
                && request.header("Origin").orElse("http://" + host).equals("http://" + host)
                && Set.of("same-origin", "none")
                        .contains(request.header("Sec-Fetch-Site").orElse("none"));
    }

    private static <T> Reply list(String name, Collection<T> entries, Function<T, JsonObjectBuilder> description) {
        return Reply.json(
                200,
                new JsonObjectBuilder()
                        .withObjects(name, entries.stream().map(description).toList()));
    }

    private Reply dials(IncomingRequest request) {
        if (request.method().equals("DELETE")) {
            dials.reset();
            return Reply.empty(204);
        }
        var turned = new JsonObjectBuilder();
        dials.turned().forEach(turned::with);
        var available = Dial.all().stream().map(Dial::name).toList();
        return Reply.json(200, new JsonObjectBuilder().with("turned", turned).withTexts("available", available));
    }

    private Reply dial(Dial<?> dial, IncomingRequest request) throws OAuthErrorException {
        if (request.method().equals("GET")) {
            var value = dials.value(dial).map(Object::toString);
            return Reply.json(
                    200, new JsonObjectBuilder().with("dial", dial.name()).with("value", value));
        } else if (request.method().equals("DELETE")) {
            dials.reset(dial);
        } else {
            var text = request.form().required("value");
            attempt("This dial cannot be turned to that", () -> dials.turn(dial, text));
        }
        return Reply.empty(204);
    }

    private static void attempt(String refusal, Runnable change) throws OAuthErrorException {
        try {
            change.run();
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw OAuthErrorException.invalidRequest(refusal);
        }
    }

    private Reply rotate() {
        psc.realm().keys().rotate();
        return Reply.empty(204);
    }

    private Reply time() {
        return Reply.json(
                200,
                new JsonObjectBuilder()
                        .with("now", clock.instant().toString())
                        .with("virtual", clock instanceof VirtualClock));
    }

    private Reply advance(IncomingRequest request) throws OAuthErrorException {
        var by = request.form().required("by");
        if (!(clock instanceof VirtualClock virtual)) {
            throw new OAuthErrorException(409, "invalid_request", "The simulator runs on a clock that cannot be moved");
        }
        attempt("Not an ISO 8601 duration, or a negative one", () -> virtual.advance(Duration.parse(by)));
        return time();
    }

    private Reply settle(IncomingRequest request) throws OAuthErrorException {
        var id = request.path().substring("/pending/".length());
        if (!psc.settle(id, outcome(request.form().required("outcome")))) {
            throw new OAuthErrorException(404, "not_found", "No such request waits for an answer");
        }
        return Reply.empty(204);
    }

    private static PendingRequest.Outcome outcome(String text) throws OAuthErrorException {
        try {
            return PendingRequest.Outcome.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw OAuthErrorException.invalidRequest("The outcome must be APPROVED, REFUSED or EXPIRED");
        }
    }

    /** The request was masked when it was recorded. */
    private static JsonObjectBuilder describe(Exchange exchange) {
        var request = exchange.request();
        var form = new JsonObjectBuilder();
        request.form().forEach(form::with);
        var described = new JsonObjectBuilder()
                .with("endpoint", request.endpoint().name())
                .with("method", request.method())
                .with("path", request.path())
                .with("form", form)
                .with("certificateSubject", request.certificateSubject())
                .with("authMethod", request.authMethod().name())
                .with("at", exchange.at().toString())
                .with("note", exchange.note());
        exchange.status().ifPresent(status -> described.with("status", status));
        return described;
    }

    private static JsonObjectBuilder describe(Session session) {
        return new JsonObjectBuilder()
                .with("id", session.id())
                .with("clientId", session.client().id())
                .with("nationalId", session.nationalId())
                .with("authMode", session.authMode())
                .with("authenticatedAt", session.authTime().toString())
                .with("expiresAt", session.realm().limit().toString());
    }

    private static JsonObjectBuilder describe(PendingRequest pending) {
        return new JsonObjectBuilder()
                .with("id", pending.id())
                .with("clientId", pending.clientId())
                .with("nationalId", pending.nationalId().value())
                .with("channel", pending.channel().name())
                .with("expiresAt", pending.expiresAt().toString());
    }

    private static JsonObjectBuilder describe(LogoutNotice notice) {
        var document = new JsonObjectBuilder()
                .with("clientId", notice.clientId())
                .with("address", notice.address().toString());
        notice.status().ifPresent(status -> document.with("status", status));
        return document;
    }
}
