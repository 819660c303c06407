package io.github.pscsdk.plugin.ecps;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import org.pf4j.Extension;

/**
 * Has the owner of an e-CPS asked on the phone, or on the login page where the request wants the browser. The request
 * names the owner: for the phone the engine has asked the person by then, since the descriptor says that a name is
 * needed. The page asks by itself.
 *
 * <p>Finds nothing to {@linkplain #diagnose check}: phone, application and activation are out of the workstation's
 * sight. An e-CPS that was never activated shows as {@link LoginProblem#UNKNOWN_PROFESSIONAL}, one on a phone that is
 * off as {@link LoginProblem#NO_ANSWER_IN_TIME}. Holds no state.
 */
@Extension
public final class EcpsAuthenticator implements Authenticator {
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "ecps", WayIn.BACKCHANNEL, "e-CPS (application mobile)", "e-CPS (mobile application)")
            .needingNationalId();

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /**
     * Asks the owner; whoever answers in the browser must be the same, where the request names somebody.
     *
     * @throws PscException {@link LoginProblem#NATIONAL_ID_MISSING} before anybody is asked, or what the server half
     *     found
     */
    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var owner = request.nationalId();
        if (request.wayIn().orElse(DESCRIPTOR.wayIn()) == WayIn.BROWSER) {
            // The page asks by itself; where somebody is named all the same, it must be that person.
            return owner.isPresent() ? context.browser(owner.get()) : context.browser();
        }
        return context.backchannel(BackchannelRequest.onMobile(
                owner.orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named"))));
    }
}
