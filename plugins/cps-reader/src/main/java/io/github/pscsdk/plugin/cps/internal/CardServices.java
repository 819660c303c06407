package io.github.pscsdk.plugin.cps.internal;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.health.CardFile;
import io.github.pscsdk.plugin.cps.internal.health.HealthCheck;
import io.github.pscsdk.plugin.cps.internal.health.RuntimeModule;
import io.github.pscsdk.plugin.cps.internal.login.CardLogin;
import io.github.pscsdk.plugin.cps.internal.login.KnownHolders;
import io.github.pscsdk.plugin.cps.internal.pcsc.Readers;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Grant;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Where a login or a health check begins. Touches nothing of PC/SC before it knows that the runtime has it: a runtime cut to size may
 * lack the module, and then the first class that names it cannot be loaded.
 */
public final class CardServices {
    private final WayIn usualWay;
    private final CardFile cardFile;
    private final Clock clock;
    private final KnownHolders known = new KnownHolders();

    /** See {@code CpsSettings}. */
    public CardServices(WayIn usualWay, Optional<Path> cardFile, Clock clock) {
        this.usualWay = usualWay;
        this.cardFile = new CardFile(cardFile);
        this.clock = clock;
    }

    /** One login. */
    public Grant login(LoginRequest request, AuthenticationContext context) throws PscException, InterruptedException {
        if (!RuntimeModule.SMARTCARD.isPresent()) {
            throw new PscException(CardProblem.RUNTIME_MODULE_MISSING, RuntimeModule.SMARTCARD.moduleName());
        }
        return new CardLogin(Shared.READERS, survey(), known, usualWay).run(request, context);
    }

    /** One health check. */
    public List<Diagnostic> diagnose() throws InterruptedException {
        return new HealthCheck(cardFile, clock, this::survey).run();
    }

    private ReaderScan survey() {
        return new ReaderScan(Shared.READERS, cardFile.catalogue());
    }

    /** The readers are the machine's, not an instance's; made when first needed, which is after the check of the runtime. */
    private static final class Shared {
        private static final Readers READERS = new Readers();
    }
}
