package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.testkit.simulator.internal.http.Reply;

/** Answers the requests of one page. */
@FunctionalInterface
public interface PageHandler {
    /** Answers one request. A form was checked before: it comes from a page of this origin. */
    Reply answer(PageRequest request);
}
