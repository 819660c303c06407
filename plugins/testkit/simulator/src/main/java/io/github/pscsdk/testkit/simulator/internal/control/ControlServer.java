package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import io.github.pscsdk.testkit.simulator.internal.psc.RealmSnapshot;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Adds the control API to its origin. */
public final class ControlServer {
    private final Origin origin;
    private final Dials dials;

    /** Wires the routes; the origin is started by the caller. */
    public ControlServer(
            Origin origin,
            Dials dials,
            SigningKeys keys,
            Clock clock,
            Journal journal,
            RealmSnapshot snapshot,
            Supplier<JsonObject> scenario) {
        this.origin = origin;
        this.dials = dials;
        origin.refuseOtherOrigins();
        route("/dials", this::dials, "GET", "DELETE");
        Dial.all()
                .forEach(
                        dial -> route("/dials/" + dial.name(), new DialHandler<>(dial, dials), "GET", "PUT", "DELETE"));
        route("/keys/rotate", request -> rotate(keys), "POST");
        route("/clock", request -> Reply.json(200, ClockHandler.describe(clock)), "GET");
        route("/clock/advance", new ClockHandler(clock), "POST");
        route("/requests", request -> Reply.json(200, RequestList.of(journal.exchanges())), "GET");
        route("/sessions", request -> list("sessions", snapshot.sessions()), "GET");
        route(PendingHandler.PATH, new PendingHandler(snapshot), "GET");
        route(PendingHandler.PATH + "/*", new PendingHandler(snapshot), "POST");
        route("/scenario", request -> Reply.json(200, scenario.get()), "GET");
        route("/logout-notices", request -> list("notices", LogoutNoticeList.of(journal.notices())), "GET");
    }

    /** The address of the control API. */
    public URI address() {
        return origin.base();
    }

    private void route(String path, Handler handler, String... methods) {
        // Not an endpoint of Pro Santé Connect; this origin records nothing.
        origin.route(Endpoint.UNKNOWN, path, handler, methods);
    }

    private Reply dials(IncomingRequest request) {
        if (request.method().equals("DELETE")) {
            dials.reset();
            return Reply.empty(204);
        }
        var turned = new JsonObject();
        dials.turned().forEach(turned::with);
        return Reply.json(
                200,
                new JsonObject()
                        .with("turned", turned)
                        .withTexts(
                                "available", Dial.all().stream().map(Dial::name).toList()));
    }

    private static Reply rotate(SigningKeys keys) {
        keys.rotate();
        return Reply.empty(204);
    }

    private static Reply list(String name, List<JsonObject> entries) {
        return Reply.json(200, new JsonObject().withObjects(name, entries));
    }
}
