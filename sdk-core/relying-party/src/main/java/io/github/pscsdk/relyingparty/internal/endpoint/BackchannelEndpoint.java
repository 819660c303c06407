package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.endpoint.OAuthErrors.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.json.BackchannelAnswer;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** PSC's back-channel authentication endpoint: CIBA Core 1.0, section 7. */
public record BackchannelEndpoint(ClientCalls http, Provider provider, PscEnvironment environment) {
    public CompletableFuture<BackchannelAnswer> begin(BackchannelRequest request, BindingMessage message) {
        return ask(form(request, message), refusal -> named(refusal, request.nationalId(), environment.kind()));
    }

    private CompletableFuture<BackchannelAnswer> ask(Form form, UnaryOperator<PscException> named) {
        return provider.metadata()
                .thenApply(checked(BackchannelEndpoint::address))
                .thenCompose(uri -> http.post(Events.Endpoint.BACKCHANNEL, uri, form))
                .thenApply(checked(response -> accepted(response, named)));
    }

    /**
     * Without a hint no person is meant and no device rings (CIBA Core 1.0, section 7.1). Fails always: with {@code
     * REQUEST_REJECTED} where the client may ask at all.
     */
    public CompletableFuture<BackchannelAnswer> askForNobody() {
        return ask(base().with("binding_message", "00"), UnaryOperator.identity());
    }

    private Form form(BackchannelRequest request, BindingMessage message) {
        var form = base().with("login_hint", request.nationalId().value()).with("binding_message", message.digits());
        return environment.sendsChannel()
                ? form.with(PscProfile.CHANNEL_PARAMETER, request.channel().name())
                : form;
    }

    private Form base() {
        return Form.of("scope", environment.scope()).with("acr_values", PscProfile.ACR_VALUES);
    }

    private static URI address(ProviderMetadata metadata) throws PscException {
        return metadata.backchannel()
                .orElseThrow(() -> new PscException(
                        LoginProblem.BACKCHANNEL_NOT_ENABLED, "the discovery document names no back-channel endpoint"));
    }

    private static BackchannelAnswer accepted(HttpResponse response, UnaryOperator<PscException> named)
            throws PscException {
        if (response.isSuccess()) {
            try {
                return BackchannelAnswer.read(response.body());
            } catch (UnreadableJsonException e) {
                // Not accepted, whatever the status says; an error code may be there instead.
                throw named.apply(OAuthErrors.failure(response, Endpoint.BACKCHANNEL));
            }
        }
        throw named.apply(OAuthErrors.failure(response, Endpoint.BACKCHANNEL));
    }

    /**
     * By its closest name: PSC says {@code unknown_user_id} of everybody whom it cannot ask, be the identifier wrong,
     * the person not in the directory, or the e-CPS not active; the shape of the identifier tells what else may help.
     */
    static PscException named(PscException failure, NationalId asked, Environment environment) {
        if (failure.problem() != LoginProblem.UNKNOWN_PROFESSIONAL) {
            return failure;
        }
        var problem = unknown(asked, environment);
        return problem == failure.problem() ? failure : new PscException(problem, failure.getMessage(), failure);
    }

    private static LoginProblem unknown(NationalId asked, Environment environment) {
        if (environment == Environment.PRODUCTION && asked.isTestIdentity()) {
            return LoginProblem.TEST_IDENTITY_IN_PRODUCTION;
        }
        return asked.kind() == NationalId.Kind.ADELI
                ? LoginProblem.UNKNOWN_ADELI_NUMBER
                : LoginProblem.UNKNOWN_PROFESSIONAL;
    }
}
