package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginScript;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The login page of an interactive simulator: choose the means, wait for the device, go back. */
final class LoginPages implements LoginPage {
    private static final String LOGIN = "/login";
    private static final Duration RELOAD = Duration.ofSeconds(3);
    /** How long the page waits for a choice: as long as a session may be idle. ANS has published no figure. */
    private static final Duration TIME_TO_CHOOSE = Duration.ofMinutes(30);
    /** How long an outcome is kept for a page that is still open. */
    private static final Duration MEMORY = Duration.ofHours(4);

    /** The content of the page that waits for a device. */
    record Waiting(String visit, String state, Prompt.Question question, URI devices) {}

    private final Map<String, LoginPageSession> sessions = new ConcurrentHashMap<>();
    private final Prompts prompts;
    private final URI devices;
    private final Simulation simulation;
    private final AuthorizationResponses responses;

    /**
     * Puts the pages on the site of the wallet's origin; {@code devices} is the origin of the phone and of CPS-Gestion.
     */
    LoginPages(Site site, Prompts prompts, URI devices, AuthorizationResponses responses) {
        this.prompts = prompts;
        this.devices = devices;
        this.simulation = responses.realm().simulation();
        this.responses = responses;
        site.add(LOGIN, this::login, "GET", "POST");
        site.add(LOGIN + "/state", request -> PageRequest.state(state(request)), "GET");
        site.add(LOGIN + "/return", this::giveUp, "GET");
    }

    /** Redirects the browser to the page. Former browsers that are long gone are forgotten. */
    @Override
    public Reply answer(IncomingRequest browser, SimulatedClient client, FormParameters form, ReturnUri back) {
        var now = simulation.now();
        sessions.values().removeIf(session -> session.isOlderThan(now.minus(MEMORY)));
        var id = UUID.randomUUID().toString();
        sessions.put(id, new LoginPageSession(client, form, back, now.plus(TIME_TO_CHOOSE)));
        return Reply.redirect(URI.create(page(id)));
    }

    private static String page(String session) {
        return LOGIN + "?visit=" + session;
    }

    private Optional<LoginPageSession> find(PageRequest request) {
        return Optional.ofNullable(sessions.get(id(request)));
    }

    private static String id(PageRequest request) {
        return request.parameter("visit").orElse("");
    }

    private String state(PageRequest request) {
        return find(request).map(session -> session.state(simulation.now())).orElse("OVER");
    }

    private Reply login(PageRequest request) {
        var session = find(request);
        if (session.isEmpty()) {
            return request.message(404, "login.over");
        }
        var asked = session.get().asked();
        if (request.isForm()) {
            return choose(request, session.get());
        }
        return asked.isPresent() ? follow(request, session.get(), asked.get()) : ask(request, session.get());
    }

    private Reply choose(PageRequest request, LoginPageSession session) {
        var again = page(id(request));
        if (session.isTooLate(simulation.now())) {
            return request.see(again);
        }
        var form = new LoginForm(request, session.service(), devices);
        var channel = form.channel();
        var person = form.person();
        if (channel.isEmpty() || person.isEmpty()) {
            var means = channel.map(chosen -> "&channel=" + chosen).orElse("");
            return request.see(again + "&problem=" + form.problem() + means);
        }
        var page = LoginScript.of(person.get(), simulation.dials()).page();
        if (page == LoginScript.Page.UNAVAILABLE) {
            return over(request, 503, "unavailable");
        }
        session.ask(person.get(), page, channel.get(), prompts, simulation.backchannel());
        return request.see(again);
    }

    private Reply ask(PageRequest request, LoginPageSession session) {
        if (session.isTooLate(simulation.now())) {
            return over(request, 200, "too-late");
        }
        var form = new LoginForm(request, session.service(), devices);
        var frame = PageFrame.titled("login.title");
        var state = form.isRefused() ? request.text("error") : session.service();
        return request.page(200, frame.saying(state), "psc/login", form);
    }

    private Reply follow(PageRequest request, LoginPageSession session, LoginPageSession.DevicePrompt asked) {
        return switch (asked.prompt().state()) {
            case PENDING -> await(request, session, asked);
            case APPROVED ->
                sessions.remove(id(request), session)
                        ? session.confirmed(request.incoming(), asked, responses)
                        : request.message(404, "login.over");
            case REFUSED -> over(request, 200, "refused");
            case EXPIRED -> over(request, 200, "expired");
        };
    }

    private Reply await(PageRequest request, LoginPageSession session, LoginPageSession.DevicePrompt asked) {
        var view = new Waiting(id(request), state(request), asked.prompt().question(), devices);
        var frame = PageFrame.titled("login.waiting.title").saying(session.service());
        return request.page(200, frame.reloadedAfter(RELOAD), "psc/waiting", view);
    }

    /** The page for a failed login: says why, and links back to the service. */
    private Reply over(PageRequest request, int status, String outcome) {
        var frame = PageFrame.titled("login.over.title").saying(request.text("login." + outcome));
        return request.page(status, frame, "psc/over", LOGIN + "/return?visit=" + id(request));
    }

    /** The person cancels, or leaves the page of a failed login. */
    private Reply giveUp(PageRequest request) {
        var session = find(request);
        if (session.isEmpty() || !sessions.remove(id(request), session.get())) {
            return request.message(404, "login.over");
        }
        return session.get().refused(responses);
    }

    /** A browser at the login page, from its arrival until it is sent back. */
    private static final class LoginPageSession {
        private final SimulatedClient client;
        private final FormParameters form;
        private final ReturnUri back;
        private final Instant chooseBefore;
        private Optional<DevicePrompt> asked = Optional.empty();

        /** The professional who was asked on a device, and the prompt. */
        record DevicePrompt(PersonaEntry person, Prompt prompt) {}

        /** A new session, for a client's request; {@code chooseBefore} is how long the page waits for a choice. */
        LoginPageSession(SimulatedClient client, FormParameters form, ReturnUri back, Instant chooseBefore) {
            this.client = client;
            this.form = form;
            this.back = back;
            this.chooseBefore = chooseBefore;
        }

        String service() {
            return client.name();
        }

        /**
         * Logs the person in who was asked. Returns to the client with a code, unless another person is logged in
         * there.
         */
        Reply confirmed(IncomingRequest browser, DevicePrompt answered, AuthorizationResponses responses) {
            // The pages of a device stand for those of the organisation.
            var authMode = LoginRequestRules.isDelegated(form)
                    ? Means.IDENTITY_BROKER.name()
                    : answered.prompt().question().channel();
            try {
                return responses.confirm(browser, client, answered.person(), authMode, form, back);
            } catch (OAuthErrorException e) {
                throw new IllegalStateException("the request was checked before", e);
            }
        }

        /** Returns to the client with {@code access_denied}. */
        Reply refused(AuthorizationResponses responses) {
            asked().ifPresent(waiting -> waiting.prompt().refuse());
            return Reply.redirect(
                    responses.refuse(OAuthErrorException.of("access_denied", "User cancelled"), form, back));
        }

        synchronized Optional<DevicePrompt> asked() {
            return asked;
        }

        boolean isTooLate(Instant now) {
            return asked().isEmpty() && isOlderThan(now);
        }

        /** Whether the time to choose is over, even if a choice was made. */
        boolean isOlderThan(Instant now) {
            return !now.isBefore(chooseBefore);
        }

        /** The state for the script of the page, which loads the page again when it changes. */
        String state(Instant now) {
            return asked().map(present -> present.prompt().state().name())
                    .orElse(isTooLate(now) ? "EXPIRED" : "CHOOSING");
        }

        /** Asks the person on a device, as the script says. A second form of the same page changes nothing. */
        synchronized void ask(
                PersonaEntry person, LoginScript.Page page, String channel, Prompts prompts, Duration life) {
            if (asked.isPresent()) {
                return;
            }
            var question = new Prompt.Question(channel, client.name(), person.persona(), prompts.drawNumber());
            var prompt = page == LoginScript.Page.RETURNS_WITH_CODE
                    ? prompts.askToMatch(question, life)
                    : prompts.askInVain(question, life);
            if (page == LoginScript.Page.RETURNS_REFUSAL) {
                prompt.refuse();
            }
            asked = Optional.of(new DevicePrompt(person, prompt));
        }
    }
}
