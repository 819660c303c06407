package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.testkit.simulator.internal.http.Reply;

/** Answers the requests of one page. */
@FunctionalInterface
public interface PageHandler {
    /** Answers one; a form has been found to come from a page of ours. */
    Reply answer(PageRequest request);
}
