package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.spi.Grant;

/** Has a device and keeps every promise; each part is one that a liar can replace. */
public class CardAuthenticator implements Authenticator {
    private CardDevice device = CardDevice.empty();

    /** As the engine makes it. */
    public CardAuthenticator() {}

    CardAuthenticator at(CardDevice other) {
        device = other;
        return this;
    }

    CardDevice device() {
        return device;
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of("card", WayIn.BACKCHANNEL, "Carte", "Card");
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.waitingForDevice();
        context.watch(this::follow);
        return ask(holder(context), context);
    }

    NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
        device.open();
        try {
            return device.awaitHolder(context);
        } finally {
            device.release();
        }
    }

    Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
        return context.backchannel(BackchannelRequest.onCard(holder));
    }

    void follow(DevicePresence presence) throws InterruptedException {
        while (true) {
            if (device.card().isPresent()) {
                presence.present();
            } else {
                presence.absent();
            }
            device.waitABit();
        }
    }
}
