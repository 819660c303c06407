package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;

/** As the plug-in ecps: needs a name on the back channel, and none in the browser. */
final class FakePhone implements Authenticator {
    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of("phone", WayIn.BACKCHANNEL, "Téléphone", "Phone")
                .needingNationalId();
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        return request.wayIn().isPresent()
                ? context.browser()
                : context.backchannel(
                        BackchannelRequest.onMobile(request.nationalId().orElseThrow()));
    }
}
