package io.github.pscsdk.testkit.simulator.internal.wallet;

import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.persona.LoginPage;
import io.github.pscsdk.testkit.simulator.internal.persona.LoginScripts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The login page and where it leads: choose, wait for the device, go back. */
public final class LoginPages {
    private static final String LOGIN = "/login";
    private static final Duration RELOAD = Duration.ofSeconds(3);

    private final LoginPageSessions visits;
    private final Prompts prompts;
    private final LoginScripts scripts;
    private final URI devices;
    private final Duration life;

    /**
     * Puts the pages on the wallet's origin.
     *
     * @param prompts where a device is asked
     * @param scripts what a professional runs into
     * @param devices the origin of the phone and of CPS-Gestion
     * @param clock decides when it is too late to choose
     * @param life how long a device is asked
     */
    public LoginPages(Origin wallet, Prompts prompts, LoginScripts scripts, URI devices, Clock clock, Duration life) {
        this.visits = new LoginPageSessions(clock);
        this.prompts = prompts;
        this.scripts = scripts;
        this.devices = devices;
        this.life = life;
        var site = new Site(wallet, List.of());
        site.add(LOGIN, this::login, "GET", "POST");
        site.add(LOGIN + "/state", request -> PageRequest.state(state(request)), "GET");
        site.add(LOGIN + "/return", this::giveUp, "GET");
    }

    /** Sends a browser with a request in order to the page. */
    public Reply receive(String service, ClientReturn returns) {
        return Reply.redirect(URI.create(page(visits.add(service, returns))));
    }

    private static String page(String visit) {
        return LOGIN + "?visit=" + visit;
    }

    private Optional<LoginPageSession> find(PageRequest request) {
        return visits.find(id(request));
    }

    private static String id(PageRequest request) {
        return request.parameter("visit").orElse("");
    }

    private String state(PageRequest request) {
        return find(request).map(visit -> visit.state(visits.now())).orElse("OVER");
    }

    private Reply login(PageRequest request) {
        return find(request)
                .map(visit -> request.isForm() ? choose(request, visit) : show(request, visit))
                .orElseGet(() -> request.message(404, "login.over"));
    }

    private Reply choose(PageRequest request, LoginPageSession visit) {
        var again = page(id(request));
        if (visit.isTooLate(visits.now())) {
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
        if (page == LoginPage.UNAVAILABLE) {
            return over(request, 503, "unavailable");
        }
        visit.ask(person.get(), page, channel.get(), prompts, life);
        return request.see(again);
    }

    private Reply show(PageRequest request, LoginPageSession visit) {
        return visit.asked().map(asked -> follow(request, visit, asked)).orElseGet(() -> ask(request, visit));
    }

    private Reply ask(PageRequest request, LoginPageSession visit) {
        if (visit.isTooLate(visits.now())) {
            return over(request, 200, "too-late");
        }
        var form = new LoginForm(request);
        var frame = PageFrame.titled("login.title");
        var error = request.texts().get("error");
        return request.page(
                200,
                form.told().isPresent() ? frame.saying(error) : frame.saying(visit.service()),
                form.show(visit.service(), devices));
    }

    private Reply follow(PageRequest request, LoginPageSession visit, LoginPageSession.Asked asked) {
        return switch (asked.prompt().state()) {
            case PENDING -> await(request, visit, asked);
            case APPROVED -> goBack(request, visit, asked);
            case REFUSED -> over(request, 200, "refused");
            case EXPIRED -> over(request, 200, "expired");
        };
    }

    private Reply await(PageRequest request, LoginPageSession visit, LoginPageSession.Asked asked) {
        var question = asked.prompt().question();
        var main = request.part(
                question.channel().equals("CARD") ? "login-card" : "login-phone",
                Map.of(
                        "visit", id(request),
                        "state", state(request),
                        "service", visit.service(),
                        "number", question.number(),
                        "devices", devices));
        var frame = PageFrame.titled("login.waiting.title").saying(visit.service());
        return request.page(200, frame.reloadedAfter(RELOAD), main);
    }

    private Reply goBack(PageRequest request, LoginPageSession visit, LoginPageSession.Asked asked) {
        return visits.end(id(request))
                ? Reply.redirect(visit.returns()
                        .confirmed(asked.person(), asked.prompt().question().channel()))
                : request.message(404, "login.over");
    }

    /** The login came to nothing: says why, and shows the way back to the service. */
    private Reply over(PageRequest request, int status, String outcome) {
        var text = request.texts().get("login." + outcome);
        var main = request.part("login-over", Map.of("visit", id(request), "text", text));
        return request.page(status, PageFrame.titled("login.over.title").saying(text), main);
    }

    /** The person cancels, or has read that the login came to nothing. */
    private Reply giveUp(PageRequest request) {
        var visit = find(request);
        if (visit.isEmpty() || !visits.end(id(request))) {
            return request.message(404, "login.over");
        }
        visit.get().asked().ifPresent(asked -> asked.prompt().refuse());
        return Reply.redirect(visit.get().returns().refused());
    }
}
