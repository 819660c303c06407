package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a screen, and turns its failures into pages. */
final class PageHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

    private final Site site;
    private final Screen screen;

    PageHandler(Site site, Screen screen) {
        this.site = site;
        this.screen = screen;
    }

    @Override
    public void handle(Context context) {
        var visit = PageRequest.of(context, site);
        try {
            screen.answer(visit);
        } catch (PscException e) {
            LOG.info("a page shows {}", e.problem().code());
            visit.problem(e.problem(), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            visit.problem(LoginProblem.PSC_UNAVAILABLE, Optional.empty());
        } catch (RuntimeException e) {
            // The class and the place, not the message: it may repeat a value.
            var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
            LOG.error("a page met a defect: {} at {}", e.getClass().getName(), place);
            visit.message(500, "message.defect");
        }
    }
}
