package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Opens the login page; on a thread of the engine, for a desktop toolkit keeps what it was first called from. */
final class BrowserWindow {
    private BrowserWindow() {}

    static void open(URI page, Consumer<URI> browser, Executor threads) throws PscException, InterruptedException {
        try {
            CompletableFuture.runAsync(() -> browser.accept(page), threads).get();
        } catch (ExecutionException e) {
            // Without the cause: its message would repeat the address, which can finish the login.
            throw new PscException(
                    LoginProblem.BROWSER_NOT_OPENED,
                    "threw " + e.getCause().getClass().getName());
        }
    }
}
