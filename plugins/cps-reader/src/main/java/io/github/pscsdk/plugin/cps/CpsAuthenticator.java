package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.CardServices;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.List;
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
            new AuthenticatorDescriptor("cps", WayIn.BACKCHANNEL, false, "Carte CPS", "CPS card");

    private final CardServices desk;

    /** With the settings of this machine; touches no device. */
    public CpsAuthenticator() {
        this(CpsSettings.builder().build());
    }

    /** With settings of the host's own; touches no device either. */
    public CpsAuthenticator(CpsSettings settings) {
        desk = new CardServices(settings.wayIn(), settings.cardFile(), settings.clock());
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Runtime, PC/SC service, readers, cards, middleware, in that order. Says what is well, too, as {@code INFO}. */
    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        return desk.diagnose();
    }

    /**
     * Logs in by card.
     *
     * @throws PscException a {@link io.github.pscsdk.plugin.cps.problem.CardProblem} before anybody is asked, or what the server half
     *     found
     */
    @Override
    public Grant authenticate(LoginRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        return desk.login(request, context);
    }
}
