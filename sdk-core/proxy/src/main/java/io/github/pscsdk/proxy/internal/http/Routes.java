package io.github.pscsdk.proxy.internal.http;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.github.pscsdk.proxy.internal.login.PendingBackchannelRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All that this proxy answers to; described in {@code openapi/proxy-esante.yaml}. */
final class Routes {
    private Routes() {}

    static List<Route> of(Services services) {
        var gate = new CallerAuthentication(services);
        var cookie = new SessionCookie(services.clients(), services.publicBaseUri());
        var admission = services.admission();
        var connect = new ConnectRoute(
                services,
                cookie,
                services.conformityMode()
                        ? (caller, login) -> PendingBackchannelRequest.uncounted(
                                login.request().nationalId())
                        : admission::onDevice);
        var send = new SendRoute(services, cookie);
        var logins = new LoginRoutes(services, admission);
        var session = new SessionRoutes(cookie, services.environment());

        List<Route> routes = new ArrayList<>();
        routes.add(new Route(POST, "/connect", gate.contract(connect::connect)));
        routes.add(new Route(DELETE, "/disconnect", gate.contract(new DisconnectRoute(services, cookie)::disconnect)));
        for (var method : List.of(GET, POST, PUT, PATCH, DELETE)) {
            routes.add(new Route(method, "/send/{backend}/<endpoint>", gate.contract(send::send)));
        }
        routes.add(new Route(GET, "/traces", gate.contract(new TracesRoute(services.journal())::traces)));
        routes.add(new Route(GET, "/v1/status", gate.own(session::status)));
        routes.add(new Route(GET, "/v1/diagnosis", gate.own(new DiagnosisRoute(services)::diagnose)));
        routes.add(new Route(POST, "/v1/logins", gate.own(logins::start)));
        routes.add(new Route(GET, "/v1/logins/{id}", gate.own(logins::follow)));
        routes.add(new Route(POST, "/v1/logins/{id}/code", gate.own(logins::code)));
        routes.add(new Route(DELETE, "/v1/logins/{id}", gate.own(logins::cancel)));
        routes.add(new Route(GET, "/v1/session", gate.own(session::session)));
        routes.add(new Route(GET, "/v1/callback", callback(services)::comeBack));
        routes.add(new Route(POST, "/v1/logout/{client}", new LogoutRoute(services)::report));
        return List.copyOf(routes);
    }

    private static CallbackRoute callback(Services services) {
        return new CallbackRoute(services.logins(), redirectUri(services.publicBaseUri()));
    }

    /** Where browser logins come back to, as it is declared to ANS. */
    static URI redirectUri(URI publicBaseUri) {
        var base = publicBaseUri.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/callback");
    }
}
