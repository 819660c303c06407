package example.badge;

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

/** Asks the phone of whoever a badge belongs to. */
@Extension
public final class BadgeAuthenticator implements Authenticator {
    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of("badge", WayIn.BACKCHANNEL, "Badge", "Badge")
                .needingNationalId();
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var holder = request.nationalId()
                .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named"));
        return context.backchannel(BackchannelRequest.onMobile(holder));
    }
}
