package ${package};

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Finds out whose device it is, and has Pro Santé Connect ask this person. */
@Extension
public final class ${className}Authenticator implements Authenticator {
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "${authenticatorId}", WayIn.BACKCHANNEL, "${deviceNameFr}", "${deviceNameEn}")
            .withSetting(AuthenticatorSetting.choice(
                            "channel",
                            BilingualLine.of("Où la personne confirme", "Where the person confirms"),
                            List.of("mobile", "card"))
                    .withDefault("mobile"));

    private volatile boolean onCard;

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void start(AuthenticatorServices services) {
        onCard = services.setting("channel", String.class).filter("card"::equals).isPresent();
    }

    /**
     * Asks the holder of the device: on the phone, on the card, or in the browser where the host chooses it.
     *
     * @throws PscException {@link ${className}Problem#NO_HOLDER} before anybody is asked, or what the server half found
     */
    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var holder = holder(request);
        if (request.wayIn().equals(Optional.of(WayIn.BROWSER))) {
            return context.browser(holder);
        }
        return context.backchannel(onCard ? BackchannelRequest.onCard(holder) : BackchannelRequest.onMobile(holder));
    }

    /**
     * Here your device says whose it is: look at it again and again by {@code context.await}, ask the person by {@code
     * context.dialog()}, and tell whose it is by {@code context.holder}. Until it does, it is whom the request names.
     */
    private static NationalId holder(AuthenticationRequest request) throws PscException {
        return request.nationalId()
                .orElseThrow(() -> new PscException(${className}Problem.NO_HOLDER, "nobody is named"));
    }
}
