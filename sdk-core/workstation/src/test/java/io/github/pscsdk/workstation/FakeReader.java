package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;

/** Has a card that says whose it is, until it is unplugged, and breaks after reading it if told so. */
final class FakeReader implements Authenticator {
    private final NationalId holder;
    private boolean plugged = true;
    private boolean broken;

    FakeReader(NationalId holder) {
        this.holder = holder;
    }

    void unplug() {
        plugged = false;
    }

    void breakAfterReading() {
        broken = true;
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of("card", WayIn.BACKCHANNEL, "Carte", "Card");
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        if (!plugged) {
            throw new PscException(PluginProblem.PLUGIN_FAILED, "no reader");
        }
        context.holder(holder);
        if (broken) {
            throw new PscException(PluginProblem.PLUGIN_FAILED, "the reader broke");
        }
        return context.backchannel(BackchannelRequest.onCard(holder));
    }
}
