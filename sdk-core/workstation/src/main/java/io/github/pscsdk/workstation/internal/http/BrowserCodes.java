package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.BrowserCodeQuestion;
import java.util.Optional;

/** Where the code comes from that the page of the server half shows. */
@FunctionalInterface
public interface BrowserCodes {
    /**
     * The code.
     *
     * @return six digits; empty where the person gives none
     * @throws InterruptedException if interrupted meanwhile
     */
    Optional<String> ask(BrowserCodeQuestion question) throws InterruptedException;
}
