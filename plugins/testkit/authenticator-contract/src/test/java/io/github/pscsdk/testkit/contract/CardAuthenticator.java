package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Has a device, asks for a one-time code, and keeps every promise; each part is one that a liar can replace. */
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
        return AuthenticatorDescriptor.of("card", WayIn.BACKCHANNEL, "Carte", "Card")
                .withSetting(AuthenticatorSetting.secret("pairing", BilingualLine.of("Appairage", "Pairing")));
    }

    @Override
    public Optional<Problem> obstacle() {
        return device.card().isPresent() ? Optional.empty() : Optional.of(CardProblem.NO_CARD);
    }

    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        return device.card().isPresent()
                ? List.of()
                : List.of(Diagnostic.of(CardProblem.NO_CARD, Severity.WARNING).with("reader", "left"));
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.waitingForDevice();
        var holder = holder(context);
        code(context);
        tellHolder(holder, request, context);
        context.watch(this::follow);
        return request.wayIn().equals(Optional.of(WayIn.BROWSER))
                ? askInBrowser(holder, context)
                : ask(holder, context);
    }

    NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
        device.open();
        try {
            return device.awaitHolder(context);
        } finally {
            device.release();
        }
    }

    /** Asks for the code on the display; works without, too. */
    Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
        context.progress(BilingualLine.of("Appuyez sur la carte", "Press the card"));
        return context.dialog().oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Badge", "Badge"), 6));
    }

    void tellHolder(NationalId holder, AuthenticationRequest request, AuthenticationContext context) {
        context.holder(holder);
    }

    Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
        return context.backchannel(BackchannelRequest.onCard(holder));
    }

    Grant askInBrowser(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
        return context.browser(holder);
    }

    void follow(Consumer<Boolean> presence) throws InterruptedException {
        while (true) {
            if (device.card().isPresent()) {
                presence.accept(true);
            } else {
                presence.accept(false);
            }
            device.waitABit();
        }
    }

    /** What a liar throws that has no better reason. */
    static PscException refusal(String detail) {
        return new PscException(LoginProblem.REFUSED, detail);
    }
}
