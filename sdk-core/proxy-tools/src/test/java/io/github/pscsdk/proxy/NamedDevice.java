package io.github.pscsdk.proxy;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.function.Function;

/** Asks on a device for whomever the caller of a login names. */
record NamedDevice(String id, Function<NationalId, BackchannelRequest> asking) implements Authenticator {
    static NamedDevice phone() {
        return new NamedDevice("phone", BackchannelRequest::onMobile);
    }

    static NamedDevice card() {
        return new NamedDevice("card", BackchannelRequest::onCard);
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of(id, WayIn.BACKCHANNEL, id, id).needingNationalId();
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        return context.backchannel(asking.apply(request.nationalId().orElseThrow()));
    }
}
