package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.javalin.config.JavalinConfig;

/** All that the API answers. */
public final class ApiRoutes {
    private final DeclarationHandlers declarations;
    private final ReceiptHandlers receipts;
    private final DossierHandlers dossiers;
    private final ImportHandlers imports;

    /** For callers whom {@code callers} knows. */
    public ApiRoutes(CallerIdentification callers, Dossiers dossiers) {
        var bearer = new Bearer(callers);
        this.declarations = new DeclarationHandlers(bearer, dossiers);
        this.receipts = new ReceiptHandlers(bearer, dossiers);
        this.dossiers = new DossierHandlers(bearer, dossiers);
        this.imports = new ImportHandlers(bearer, dossiers.imports());
    }

    void addTo(JavalinConfig config) {
        config.routes.post("/declarations", declarations::receive);
        config.routes.get("/declarations/{number}", declarations::show);
        config.routes.put("/declarations/{number}", receipts::correct);
        config.routes.post("/declarations/{number}/confirmation", receipts::confirm);
        config.routes.post("/declarations/{number}/withdrawal", receipts::withdraw);
        config.routes.post("/dossiers", dossiers::create);
        config.routes.get("/dossiers", dossiers::list);
        config.routes.get("/dossiers/{number}", dossiers::show);
        config.routes.put("/dossiers/{number}", dossiers::edit);
        config.routes.get("/dossiers/{number}/versions", dossiers::history);
        config.routes.post("/dossiers/{number}/hand-over", dossiers::handOver);
        config.routes.post("/dossiers/{number}/confirmation", dossiers::confirm);
        config.routes.post("/dossiers/{number}/withdrawal", dossiers::withdraw);
        config.routes.post("/imports", imports::receive);
    }
}
