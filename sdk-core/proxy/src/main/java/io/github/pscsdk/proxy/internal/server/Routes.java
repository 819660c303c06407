package io.github.pscsdk.proxy.internal.server;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.github.pscsdk.proxy.internal.session.SessionCookie;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** All that this proxy answers to; described in {@code openapi/proxy-esante.yaml}. */
final class Routes {
    record Route(HandlerType method, String path, Handler handler) {}

    private Routes() {}

    static List<Route> of(Services services) {
        var callers = new CallerAuthentication(services);
        var cookie = new SessionCookie(services.clients(), services.publicBaseUri());
        var session = new SessionRoutes(services, cookie);
        var send = new SendRoute(services, cookie);
        var logins = new LoginRoutes(services);
        var monitoring = new MonitoringRoutes(services);

        List<Route> routes = new ArrayList<>();
        routes.add(new Route(POST, "/connect", callers.contract(session::connect)));
        routes.add(new Route(DELETE, "/disconnect", callers.contract(session::disconnect)));
        for (var method : List.of(GET, POST, PUT, PATCH, DELETE)) {
            routes.add(new Route(method, "/send/{backend}/<endpoint>", callers.contract(send::send)));
        }
        routes.add(new Route(GET, "/traces", callers.contract(monitoring::traces)));
        routes.add(new Route(GET, "/health", monitoring::health));
        routes.add(new Route(GET, "/ready", monitoring::ready));
        routes.add(new Route(GET, "/metrics", callers.own(monitoring::metrics)));
        routes.add(new Route(GET, "/v1/status", callers.own(monitoring::status)));
        routes.add(new Route(GET, "/v1/diagnosis", callers.own(monitoring::diagnosis)));
        routes.add(new Route(GET, "/v1/traces", callers.own(monitoring::pageOfTraces)));
        routes.add(new Route(POST, "/v1/logins", callers.own(logins::start)));
        routes.add(new Route(GET, "/v1/logins/{id}", callers.own(logins::follow)));
        routes.add(new Route(POST, "/v1/logins/{id}/code", callers.own(logins::code)));
        routes.add(new Route(DELETE, "/v1/logins/{id}", callers.own(logins::cancel)));
        routes.add(new Route(GET, "/v1/session", callers.own(session::show)));
        routes.add(new Route(GET, "/v1/session/end", callers.own(session::awaitEnd)));
        routes.add(new Route(GET, WebServer.CALLBACK, logins::comeBack));
        routes.add(new Route(POST, "/v1/logout/{client}", session::reported));
        return List.copyOf(routes);
    }
}
