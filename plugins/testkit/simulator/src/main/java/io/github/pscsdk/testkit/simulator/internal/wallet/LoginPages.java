package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.script.LoginPageBehaviour;
import io.github.pscsdk.testkit.simulator.internal.script.LoginScripts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of an interactive login: choose, wait for the device, go back. */
public final class LoginPages {
    private static final String LOGIN = "/login";
    private static final Duration RELOAD = Duration.ofSeconds(3);

    private final LoginPageSessions sessions;
    private final Prompts prompts;
    private final LoginScripts scripts;
    private final URI devices;
    private final Duration life;

    /**
     * Puts the pages on the wallet's origin.
     *
     * @param prompts the prompts on devices
     * @param scripts the scripts of logins
     * @param devices the origin of the phone and of CPS-Gestion
     * @param clock the clock for the time to choose
     * @param life how long a prompt waits
     */
    public LoginPages(Origin wallet, Prompts prompts, LoginScripts scripts, URI devices, Clock clock, Duration life) {
        this.sessions = new LoginPageSessions(clock);
        this.prompts = prompts;
        this.scripts = scripts;
        this.devices = devices;
        this.life = life;
        var site = new Site(wallet, List.of());
        site.add(LOGIN, this::login, "GET", "POST");
        site.add(LOGIN + "/state", request -> PageRequest.state(state(request)), "GET");
        site.add(LOGIN + "/return", this::giveUp, "GET");
    }

    /** Redirects a browser with a valid request to the page. */
    public Reply receive(String service, ClientReturn returns) {
        return Reply.redirect(URI.create(page(sessions.add(service, returns))));
    }

    private static String page(String session) {
        return LOGIN + "?visit=" + session;
    }

    private Optional<LoginPageSession> find(PageRequest request) {
        return sessions.find(id(request));
    }

    private static String id(PageRequest request) {
        return request.parameter("visit").orElse("");
    }

    private String state(PageRequest request) {
        return find(request).map(session -> session.state(sessions.now())).orElse("OVER");
    }

    private Reply login(PageRequest request) {
        return find(request)
                .map(session -> request.isForm() ? choose(request, session) : show(request, session))
                .orElseGet(() -> request.message(404, "login.over"));
    }

    private Reply choose(PageRequest request, LoginPageSession session) {
        var again = page(id(request));
        if (session.isTooLate(sessions.now())) {
            return request.see(again);
        }
        var form = new LoginForm(request);
        var channel = form.channel();
        var person = form.person();
        if (channel.isEmpty() || person.isEmpty()) {
            var means = channel.map(chosen -> "&channel=" + chosen).orElse("");
            return request.see(again + "&problem=" + form.problem() + means);
        }
        var page = scripts.of(person.get().persona()).page();
        if (page == LoginPageBehaviour.UNAVAILABLE) {
            return over(request, 503, "unavailable");
        }
        session.ask(person.get(), page, channel.get(), prompts, life);
        return request.see(again);
    }

    private Reply show(PageRequest request, LoginPageSession session) {
        return session.asked().map(asked -> follow(request, session, asked)).orElseGet(() -> ask(request, session));
    }

    private Reply ask(PageRequest request, LoginPageSession session) {
        if (session.isTooLate(sessions.now())) {
            return over(request, 200, "too-late");
        }
        var form = new LoginForm(request);
        var frame = PageFrame.titled("login.title");
        var error = request.texts().get("error");
        return request.page(
                200,
                form.told().isPresent() ? frame.saying(error) : frame.saying(session.service()),
                form.show(session.service(), devices));
    }

    private Reply follow(PageRequest request, LoginPageSession session, LoginPageSession.DevicePrompt asked) {
        return switch (asked.prompt().state()) {
            case PENDING -> await(request, session, asked);
            case APPROVED -> goBack(request, session, asked);
            case REFUSED -> over(request, 200, "refused");
            case EXPIRED -> over(request, 200, "expired");
        };
    }

    private Reply await(PageRequest request, LoginPageSession session, LoginPageSession.DevicePrompt asked) {
        var question = asked.prompt().question();
        var main = request.part(
                question.channel().equals("CARD") ? "login-card" : "login-phone",
                Map.of(
                        "visit", id(request),
                        "state", state(request),
                        "service", session.service(),
                        "number", question.number(),
                        "devices", devices));
        var frame = PageFrame.titled("login.waiting.title").saying(session.service());
        return request.page(200, frame.reloadedAfter(RELOAD), main);
    }

    private Reply goBack(PageRequest request, LoginPageSession session, LoginPageSession.DevicePrompt asked) {
        return sessions.end(id(request))
                ? session.returns()
                        .confirmed(
                                request.incoming(),
                                asked.person(),
                                asked.prompt().question().channel())
                : request.message(404, "login.over");
    }

    /** The page for a failed login: says why, and links back to the service. */
    private Reply over(PageRequest request, int status, String outcome) {
        var text = request.texts().get("login." + outcome);
        var main = request.part("login-over", Map.of("visit", id(request), "text", text));
        return request.page(status, PageFrame.titled("login.over.title").saying(text), main);
    }

    /** The person cancels, or leaves the page of a failed login. */
    private Reply giveUp(PageRequest request) {
        var session = find(request);
        if (session.isEmpty() || !sessions.end(id(request))) {
            return request.message(404, "login.over");
        }
        session.get().asked().ifPresent(asked -> asked.prompt().refuse());
        return Reply.redirect(session.get().returns().refused());
    }
}
