package io.github.pscsdk.plugin.stub;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * Has a simulator ask a fictitious professional on an imaginary phone: the one whom the request names, or a pharmacist
 * who approves. Which identifier runs into what is documented with the simulator.
 *
 * <p>Holds no state.
 */
@Extension
public final class StubAuthenticator implements Authenticator {
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
            "stub", WayIn.BACKCHANNEL, "Professionnel fictif (simulateur)", "Fictitious professional (simulator)");

    /** Every simulator has this pharmacist, who approves. */
    private static final NationalId PHARMACIST = new NationalId("899999100011");

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /**
     * Asks the fictitious professional.
     *
     * @throws PscException {@link StubProblem#NOT_A_SIMULATOR} before anybody is asked, or what the server half found
     */
    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        if (context.environment() != Environment.SIMULATOR) {
            // An invented identifier may one day be a real person's, whose phone would ring.
            throw new PscException(StubProblem.NOT_A_SIMULATOR, "the server half does not talk to a simulator");
        }
        var professional = request.nationalId().orElse(PHARMACIST);
        return request.wayIn().equals(Optional.of(WayIn.BROWSER))
                ? context.browser(professional)
                : context.backchannel(BackchannelRequest.onMobile(professional));
    }
}
