package io.github.pscsdk.workstation;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A server half that speaks ANS's contract alone, and a workstation with card and phone that has to find out; it is noon of a first of January. */
final class PlainWorkstation implements AutoCloseable {
    static final LoginRequest BY_PHONE = LoginRequest.using("phone");
    static final LoginRequest BY_CARD = LoginRequest.using("card");

    final PlainServerHalf server = new PlainServerHalf();
    final PscClient client;
    final PassingTime time = new PassingTime();

    PlainWorkstation() {
        this(builder -> builder);
    }

    PlainWorkstation(UnaryOperator<PscClientBuilder> choice) {
        client = choice.apply(Fakes.builder(server.address())
                        .authenticator(Fakes.phone("phone"))
                        .authenticator(card())
                        .clock(time.clock()))
                .build();
    }

    private static Authenticator card() {
        var holder = new NationalId(MockServerHalf.NATIONAL_ID);
        return Fakes.authenticator("card", (request, context) -> {
            context.holder(holder);
            return context.backchannel(BackchannelRequest.onCard(holder));
        });
    }

    void passes(Duration length) {
        time.clock().advance(length);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
