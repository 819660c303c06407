package io.github.pscsdk.api;

import io.github.pscsdk.api.professional.NationalId;
import java.util.Objects;

/** The request of a back-channel login (CIBA): whom to ask, and on which device. Immutable. */
public final class BackchannelRequest {
    private final NationalId nationalId;
    private final Channel channel;

    private BackchannelRequest(NationalId nationalId, Channel channel) {
        this.nationalId = Objects.requireNonNull(nationalId, "nationalId");
        this.channel = channel;
    }

    /** The holder of the card in the reader confirms in CPS-Gestion. */
    public static BackchannelRequest onCard(NationalId holder) {
        return new BackchannelRequest(holder, Channel.CARD);
    }

    /** The owner of the e-CPS confirms on the phone. */
    public static BackchannelRequest onMobile(NationalId owner) {
        return new BackchannelRequest(owner, Channel.MOBILE);
    }

    /** Whom to ask; sent as {@code login_hint}. */
    public NationalId nationalId() {
        return nationalId;
    }

    /** On which device. */
    public Channel channel() {
        return channel;
    }

    @Override
    public String toString() {
        return "BackchannelRequest[" + channel + "]";
    }
}
