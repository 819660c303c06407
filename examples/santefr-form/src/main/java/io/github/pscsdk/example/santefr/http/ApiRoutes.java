package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.util.function.Consumer;

/** All that the API answers. */
public final class ApiRoutes {
    private final CallerIdentification callers;
    private final DeclarationHandlers declarations;
    private final DossierHandlers dossiers;

    /** For callers whom {@code callers} knows. */
    public ApiRoutes(CallerIdentification callers, Dossiers dossiers) {
        this.callers = callers;
        this.declarations = new DeclarationHandlers(dossiers);
        this.dossiers = new DossierHandlers(dossiers);
    }

    void addTo(JavalinConfig config) {
        config.routes.post("/declarations", with(declarations::receive));
        config.routes.get("/declarations/{number}", with(declarations::show));
        config.routes.put("/declarations/{number}", with(declarations::correct));
        config.routes.post("/declarations/{number}/confirmation", with(declarations::confirm));
        config.routes.post("/declarations/{number}/withdrawal", with(declarations::withdraw));
        config.routes.post("/dossiers", with(dossiers::create));
        config.routes.get("/dossiers", with(dossiers::list));
        config.routes.get("/dossiers/{number}", with(dossiers::show));
        config.routes.put("/dossiers/{number}", with(dossiers::edit));
        config.routes.get("/dossiers/{number}/versions", with(dossiers::history));
        config.routes.post("/dossiers/{number}/hand-over", with(dossiers::handOver));
        config.routes.post("/dossiers/{number}/confirmation", with(dossiers::confirm));
        config.routes.post("/dossiers/{number}/withdrawal", with(dossiers::withdraw));
        config.routes.post("/imports", with(dossiers::importFile));
    }

    private Handler with(Consumer<ApiRequest> action) {
        return context -> action.accept(new ApiRequest(context, callers));
    }
}
