package io.github.pscsdk.documents;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Sends a code by SMS to the telephone that the practice has of a person, and lets Pro Santé Connect ask whoever types it. */
public final class SmsAuthenticator implements Authenticator {
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "sms", WayIn.BACKCHANNEL, "Code par SMS", "Code by SMS")
            .needingNationalId()
            .withSetting(
                    AuthenticatorSetting.url("gateway", BilingualLine.of("Adresse du service", "Service address")));
    private static final int TRIES = 3;

    private volatile Optional<AuthenticatorServices> services = Optional.empty();

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void start(AuthenticatorServices ofHost) {
        services = Optional.of(ofHost);
    }

    @Override
    public Optional<Problem> obstacle() {
        return gateway().isPresent() ? Optional.empty() : Optional.of(SmsProblem.NOT_SET_UP);
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var person = request.nationalId()
                .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named"));
        send(person, "");
        check(person, context);
        return request.wayIn().equals(Optional.of(WayIn.BROWSER))
                ? context.browser(person)
                : context.backchannel(BackchannelRequest.onMobile(person));
    }

    private void check(NationalId person, AuthenticationContext context) throws PscException, InterruptedException {
        var question = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6).withSendAgain();
        for (var left = TRIES; left > 0; left--) {
            var code = context.dialog().oneTimeCode(question.withTriesLeft(left));
            if (code.isEmpty()) {
                throw new PscException(LoginProblem.REFUSED, "nobody typed the code");
            }
            if (question.asksToSendAgain(code.get())) {
                send(person, "");
            } else if (send(person, new String(code.get()))) {
                return;
            } else {
                question = question.asAgain();
            }
        }
        throw new PscException(SmsProblem.WRONG_CODE, "no try is left");
    }

    private Optional<URI> gateway() {
        return services.flatMap(given -> given.setting("gateway", URI.class));
    }

    /** Has a code sent, where none is given, or checked; says whether the gateway agrees. */
    private boolean send(NationalId person, String code) throws PscException, InterruptedException {
        var gateway = gateway().orElseThrow(() -> new PscException(SmsProblem.NOT_SET_UP, "no gateway is set"));
        try {
            // Not in the address, which servers write into their logs.
            var call = HttpRequest.newBuilder(gateway)
                    .POST(HttpRequest.BodyPublishers.ofString(person.value() + " " + code))
                    .build();
            return services.orElseThrow()
                            .httpClient()
                            .send(call, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new PscException(SmsProblem.GATEWAY_AWAY, "the gateway does not answer", e);
        }
    }
}
