package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.health.HealthCheck;
import io.github.pscsdk.plugin.cps.internal.login.CardLogin;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.Extension;

/**
 * Logs the holder of a CPS3 or CPS4 in, in any PC/SC reader: waits for a card, reads without its code who it belongs
 * to, lets it go and has the server half ask, on the back channel unless request or setting {@code wayIn} wants the
 * browser. Follows the card afterwards. The setting {@code cards} is a file of further cards; see {@code
 * docs/card-reader.md}.
 *
 * <p>Keeps in memory whose card is whose where a person had to say so; nothing else. Safe for any thread.
 */
@Extension
public final class CpsAuthenticator implements Authenticator {
    private static final String WAY_IN = "wayIn";
    private static final String BACKCHANNEL = "backchannel";
    private static final String BROWSER = "browser";
    private static final String CARDS = "cards";

    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "cps", WayIn.BACKCHANNEL, "Carte CPS", "CPS card")
            .withSetting(AuthenticatorSetting.choice(
                            WAY_IN, BilingualLine.of("Mode de connexion", "Way in"), List.of(BACKCHANNEL, BROWSER))
                    .withDefault(BACKCHANNEL))
            .withSetting(AuthenticatorSetting.text(
                    CARDS, BilingualLine.of("Fichier de cartes supplémentaires", "File of further cards")));

    private volatile Settings settings = new Settings(WayIn.BACKCHANNEL, usualCardFile(), Optional.empty());
    /** By the key of the card, see {@link CardLogin}. */
    private final Map<String, NationalId> knownHolders = new ConcurrentHashMap<>();

    /** The settings that the engine has read, or the defaults; no clock before the engine started it. */
    private record Settings(WayIn wayIn, Path cardFile, Optional<Clock> clock) {}

    /** With the default settings; touches no device. */
    public CpsAuthenticator() {}

    @Override
    public void start(AuthenticatorServices services) {
        settings = new Settings(
                services.setting(WAY_IN, String.class).filter(BROWSER::equals).isPresent()
                        ? WayIn.BROWSER
                        : WayIn.BACKCHANNEL,
                services.setting(CARDS, String.class).map(Path::of).orElseGet(CpsAuthenticator::usualCardFile),
                Optional.of(services.clock()));
    }

    private static Path usualCardFile() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var folder = system.contains("mac") ? "/Library/Application Support/psc-sdk" : "/etc/psc-sdk";
        if (system.contains("windows")) {
            folder = Optional.ofNullable(System.getenv("ProgramData")).orElse("C:\\ProgramData") + "\\psc-sdk";
        }
        return Path.of(folder, "cps-cards.txt");
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Whether there is a reader. Talks to no card, so that it is quick. */
    @Override
    public Optional<Problem> obstacle() {
        if (!hasPcsc()) {
            return Optional.of(CardProblem.RUNTIME_MODULE_MISSING);
        }
        try {
            return Pcsc.SERVICE.readers().isEmpty() ? Optional.of(CardProblem.NO_READER) : Optional.empty();
        } catch (PcscUnavailableException e) {
            return Optional.of(e.problem());
        }
    }

    /** Runtime, PC/SC service, readers, cards, middleware, in that order. Says what is well, too, as {@code INFO}. */
    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        var scan = hasPcsc() ? Optional.of(scan()) : Optional.<ReaderScan>empty();
        return new HealthCheck(settings.cardFile(), this::now, scan).run();
    }

    private Instant now() {
        return settings.clock()
                .orElseThrow(() -> new IllegalStateException("not started"))
                .instant();
    }

    /** Logs in by card; throws a {@link CardProblem} before anybody is asked, or what the server half found. */
    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        if (!hasPcsc()) {
            throw new PscException(CardProblem.RUNTIME_MODULE_MISSING, HealthCheck.PCSC_MODULE);
        }
        return new CardLogin(scan(), knownHolders, settings.wayIn(), request, context).run();
    }

    /** A runtime made by jlink or jpackage often lacks PC/SC, since nothing in the application asks for it. */
    private static boolean hasPcsc() {
        return ModuleLayer.boot().findModule(HealthCheck.PCSC_MODULE).isPresent();
    }

    private ReaderScan scan() {
        return new ReaderScan(Pcsc.SERVICE, CardCatalogue.with(settings.cardFile()));
    }

    /** Loaded after the check of the runtime, which may lack PC/SC. The service is the machine's, not an instance's. */
    private static final class Pcsc {
        private static final PcscService SERVICE = new PcscService();
    }
}
