package io.github.pscsdk.api;

import io.github.pscsdk.api.professional.NationalId;
import java.util.Objects;
import java.util.Set;

/**
 * The request of a back-channel login (CIBA): whom to ask, and on which device.
 *
 * @param nationalId whom to ask; sent as {@code login_hint}
 * @param channel how Pro Santé Connect asks (PSC's own parameter): by {@link Means#CARD}, through CPS-Gestion on the
 *     workstation, or by {@link Means#MOBILE}, the e-CPS application on the phone
 */
public record BackchannelRequest(NationalId nationalId, Means channel) {
    private static final Set<Means> CHANNELS = Set.of(Means.CARD, Means.MOBILE);

    /** Refuses a means on which nobody is asked. */
    public BackchannelRequest {
        Objects.requireNonNull(nationalId, "nationalId");
        if (!CHANNELS.contains(channel)) {
            throw new IllegalArgumentException("a professional is asked by card or by phone");
        }
    }

    /** The holder of the card in the reader confirms in CPS-Gestion. */
    public static BackchannelRequest onCard(NationalId holder) {
        return new BackchannelRequest(holder, Means.CARD);
    }

    /** The owner of the e-CPS confirms on the phone. */
    public static BackchannelRequest onMobile(NationalId owner) {
        return new BackchannelRequest(owner, Means.MOBILE);
    }

    /** Leaves the professional out. */
    @Override
    public String toString() {
        return "BackchannelRequest[" + channel.name() + "]";
    }
}
