package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt.Question;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Starts back-channel logins (CIBA Core §7; pro-sante-connect, section 7.2). */
record BackchannelEndpoint(Realm realm, BackchannelLogins logins, Optional<Prompts> prompts) implements Handler {
    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var simulation = realm.simulation();
        var client = realm.clients().authenticate(request);
        if (!client.hasBackchannel()) {
            throw OAuthErrorException.of("unauthorized_client", "CIBA is not enabled for this client");
        }
        var form = request.form();
        if (form.optional("request").isPresent()) {
            throw OAuthErrorException.invalidRequest("Signed requests are not supported");
        }
        LoginRequestRules.check(form, simulation.dials());
        checkRequestedExpiry(form);
        checkBindingMessage(form);
        var channel = channel(form);
        var asked = professional(form);
        var script = LoginScript.of(asked, simulation.dials());
        if (script.start().isPresent()) {
            return refuse(script.start().get());
        }
        var question = new Question(channel, client.name(), asked.persona(), form.required("binding_message"));
        var prompt = prompts.filter(devices -> script.page() == LoginScript.Page.RETURNS_WITH_CODE)
                .map(devices -> devices.ask(question, simulation.backchannel()));
        var id = logins.add(new BackchannelLogin(client, asked, script, channel, simulation, prompt));
        return Reply.json(
                200,
                new JsonObjectBuilder()
                        .with("auth_req_id", id)
                        .with("expires_in", simulation.backchannel().toSeconds())
                        .with("interval", simulation.interval().toSeconds()));
    }

    private static Reply refuse(LoginScript.StartError error) throws OAuthErrorException {
        if (error.code().isEmpty()) {
            return Reply.empty(error.status());
        }
        throw new OAuthErrorException(error.status(), error.code().get(), "So the persona's behaviour has it");
    }

    private static void checkBindingMessage(FormParameters form) throws OAuthErrorException {
        if (!form.required("binding_message").matches("[0-9]{2}")) {
            throw OAuthErrorException.of("invalid_binding_message", "The binding message must have exactly two digits");
        }
    }

    /** CIBA Core §7.1: a positive number of seconds. Pro Santé Connect keeps its own lifetime all the same. */
    private static void checkRequestedExpiry(FormParameters form) throws OAuthErrorException {
        if (form.optional("requested_expiry")
                .filter(expiry -> !expiry.matches("[1-9][0-9]{0,8}"))
                .isPresent()) {
            throw OAuthErrorException.invalidRequest("requested_expiry must be a number of seconds");
        }
    }

    /** PSC's own parameter. */
    private static String channel(FormParameters form) throws OAuthErrorException {
        var channel = form.required("channel");
        if (!CHANNELS.contains(channel)) {
            throw OAuthErrorException.invalidRequest("The channel must be CARD or MOBILE");
        }
        return channel;
    }

    private static PersonaEntry professional(FormParameters form) throws OAuthErrorException {
        var hints = Stream.of("login_hint", "login_hint_token", "id_token_hint")
                .filter(name -> form.optional(name).isPresent())
                .toList();
        if (!hints.equals(List.of("login_hint"))) {
            throw OAuthErrorException.invalidRequest("Exactly one hint is needed: login_hint");
        }
        return PersonaFile.find(form.required("login_hint"))
                .orElseThrow(() -> OAuthErrorException.of("unknown_user_id", "No such professional"));
    }
}
