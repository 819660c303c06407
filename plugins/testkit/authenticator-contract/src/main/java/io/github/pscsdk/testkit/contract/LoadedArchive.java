package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.pluginverification.internal.VerificationHost;
import io.github.pscsdk.spi.AuthenticationRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An archive in the folder of a host that has loaded it. */
final class LoadedArchive implements AutoCloseable {
    private final ContractThreads threads = new ContractThreads();
    private final VerificationHost host;
    private boolean unloaded;

    private LoadedArchive(Path folder) throws Exception {
        host = VerificationHost.load(folder, Set.of(), threads.services());
    }

    /** Loads a copy of the archive, alone in an empty folder. */
    static LoadedArchive load(Path archive, Path folder) throws Exception {
        Files.copy(archive, folder.resolve(archive.getFileName()));
        return new LoadedArchive(folder);
    }

    PluginHost host() {
        return host.plugins();
    }

    List<GuardedAuthenticator> authenticators() {
        return host().authenticators();
    }

    /** Logs in with each authenticator; nobody answers, and soon the login is cancelled. */
    void cancelLogins(AuthenticationRequest request) throws InterruptedException {
        for (var authenticator : authenticators()) {
            new ContractLogin(authenticator, request, TestContext.silent(), false, AuthenticatorUnderTest.PATIENCE)
                    .endBy(EngineLimits.GLANCE);
        }
    }

    /** Unloads it, and says which of its threads do not end. */
    List<Thread> threadsLeft() throws InterruptedException {
        unload();
        return threads.left();
    }

    private void unload() {
        if (!unloaded) {
            unloaded = true;
            host.close();
        }
    }

    /** Loads it, uses it and lets go of it, until within the limit nothing holds its classes any more. */
    static void assertNothingIsLeft(Path archive, Path folder, Duration limit) throws Exception {
        try (var loaded = load(archive, folder)) {
            for (var authenticator : loaded.authenticators()) {
                authenticator.diagnose();
            }
            loaded.cancelLogins(
                    AuthenticationRequest.ofAnybody().withNationalId(AuthenticatorUnderTest.FICTITIOUS_PHARMACIST));

            assertEquals(List.of(), loaded.threadsLeft());
            assertTrue(
                    EngineLimits.comesTrue(loaded.host::areCollected, limit), "something still holds its class loader");
        }
    }

    @Override
    public void close() {
        unload();
        threads.close();
    }
}
