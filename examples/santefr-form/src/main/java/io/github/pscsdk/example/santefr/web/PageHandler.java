package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a {@link PageAction}, and turns its failures into pages that tell of them. */
final class PageHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

    private final PageContext site;
    private final PageAction action;

    PageHandler(PageContext site, PageAction action) {
        this.site = site;
        this.action = action;
    }

    @Override
    public void handle(Context context) {
        answer(PageRequest.of(context, site), action);
    }

    static void answer(PageRequest request, PageAction action) {
        try {
            action.answer(request);
        } catch (PscException e) {
            LOG.info("a page shows {}", e.problem().code());
            request.problem(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request.problem(LoginProblem.PSC_UNAVAILABLE);
        } catch (RuntimeException e) {
            // The class and the place, not the message: it may repeat a value.
            var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
            LOG.error("a page met a defect: {} at {}", e.getClass().getName(), place);
            request.message(500, "message.defect");
        }
    }

    /** Answers the requests of one page, or of one form. */
    @FunctionalInterface
    interface PageAction {
        void answer(PageRequest request) throws PscException, InterruptedException;
    }
}
