package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Availability;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.health.HealthCheck;
import io.github.pscsdk.plugin.cps.internal.health.SmartcardModule;
import io.github.pscsdk.plugin.cps.internal.login.CardLogin;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.Extension;

/**
 * Logs the holder of a CPS card in: CPS3 or CPS4, in any PC/SC reader.
 *
 * <p>Waits for a card, reads without its code who it belongs to, lets it go and has the server half ask, on the back channel unless the
 * request or {@linkplain CpsSettings the settings} want the browser. Follows the card afterwards for the engine.
 *
 * <p>Keeps in memory whose card is whose where a person had to say so; nothing else. Safe for any thread.
 */
@Extension
public final class CpsAuthenticator implements Authenticator {
    private static final AuthenticatorDescriptor DESCRIPTOR =
            CpsSettings.declaredOn(AuthenticatorDescriptor.of("cps", WayIn.BACKCHANNEL, "Carte CPS", "CPS card"));

    /** Of the host's own; empty for those of the machine. */
    private final Optional<CpsSettings> given;

    private volatile CpsSettings settings;
    /** By the key of the card, see {@link CardLogin}. */
    private final Map<String, NationalId> knownHolders = new ConcurrentHashMap<>();

    /** With the settings of this machine; touches no device. */
    public CpsAuthenticator() {
        this(Optional.empty());
    }

    /** With settings of the host's own; touches no device either. */
    public CpsAuthenticator(CpsSettings settings) {
        this(Optional.of(settings));
    }

    private CpsAuthenticator(Optional<CpsSettings> given) {
        this.given = given;
        this.settings = given.orElseGet(() -> CpsSettings.builder().build());
    }

    /** Takes the settings that the engine has read, unless the host gave its own. */
    @Override
    public void start(AuthenticatorServices services) {
        settings = given.orElseGet(() -> CpsSettings.of(services));
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Whether there is a reader. Talks to no card, so that it is quick. */
    @Override
    public Availability availability() {
        if (!SmartcardModule.isPresent()) {
            return Availability.disabled(CardProblem.RUNTIME_MODULE_MISSING);
        }
        try {
            return Pcsc.SERVICE.readers().isEmpty()
                    ? Availability.noDevice(CardProblem.NO_READER)
                    : Availability.available();
        } catch (PcscUnavailableException e) {
            return Availability.noDevice(e.problem());
        }
    }

    /** Runtime, PC/SC service, readers, cards, middleware, in that order. Says what is well, too, as {@code INFO}. */
    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        return new HealthCheck(settings.cardFile(), settings.clock(), this::scan).run();
    }

    /**
     * Logs in by card.
     *
     * @throws PscException a {@link CardProblem} before anybody is asked, or what the server half found
     */
    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        if (!SmartcardModule.isPresent()) {
            throw new PscException(CardProblem.RUNTIME_MODULE_MISSING, SmartcardModule.NAME);
        }
        return new CardLogin(Pcsc.SERVICE, scan(), knownHolders, settings.wayIn(), request, context).run();
    }

    private ReaderScan scan() {
        return new ReaderScan(Pcsc.SERVICE, CardCatalogue.with(settings.cardFile()));
    }

    /**
     * The service is the machine's, not an instance's. It is made when first needed, which is after the check of the runtime: a runtime cut
     * to size may lack PC/SC, and then the first class that names it cannot be loaded.
     */
    private static final class Pcsc {
        private static final PcscService SERVICE = new PcscService();
    }
}
