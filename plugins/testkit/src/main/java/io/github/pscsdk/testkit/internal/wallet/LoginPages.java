package io.github.pscsdk.testkit.internal.wallet;

import io.github.pscsdk.testkit.Behaviour;
import io.github.pscsdk.testkit.internal.device.Prompts;
import io.github.pscsdk.testkit.internal.http.Origin;
import io.github.pscsdk.testkit.internal.http.Reply;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.json.PersonaFile;
import io.github.pscsdk.testkit.internal.page.Html;
import io.github.pscsdk.testkit.internal.page.PageFrame;
import io.github.pscsdk.testkit.internal.page.PageRequest;
import io.github.pscsdk.testkit.internal.page.Site;
import io.github.pscsdk.testkit.internal.persona.LoginPage;
import io.github.pscsdk.testkit.internal.persona.Scripts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The login page and where it leads: choose, wait for the device, go back. */
public final class LoginPages {
    private static final String LOGIN = "/login";
    private static final Duration RELOAD = Duration.ofSeconds(3);
    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    private final Visits visits = new Visits();
    private final Prompts prompts;
    private final Scripts scripts;
    private final URI devices;
    private final Duration life;

    /**
     * Puts the pages on the wallet's origin.
     *
     * @param prompts where a device is asked
     * @param scripts what a professional runs into
     * @param devices the origin of the phone and of CPS-Gestion
     * @param life how long a device is asked
     */
    public LoginPages(Origin wallet, Prompts prompts, Scripts scripts, URI devices, Duration life) {
        this.prompts = prompts;
        this.scripts = scripts;
        this.devices = devices;
        this.life = life;
        var site = new Site(wallet, "navigation-wallet");
        site.add(LOGIN, this::login, "GET", "POST");
        site.add(
                LOGIN + "/state",
                request -> PageRequest.state(find(request).map(Visit::state).orElse("OVER")),
                "GET");
        site.add(LOGIN + "/return", this::giveUp, "GET");
    }

    /** Sends a browser with a request in order to the page. */
    public Reply receive(String service, Returns returns) {
        return Reply.redirect(URI.create(page(visits.add(new Visit(service, returns)))));
    }

    private static String page(String visit) {
        return LOGIN + "?visit=" + visit;
    }

    private Optional<Visit> find(PageRequest request) {
        return visits.find(id(request));
    }

    private static String id(PageRequest request) {
        return request.parameter("visit").orElse("");
    }

    private Reply login(PageRequest request) {
        return find(request)
                .map(visit -> request.isForm() ? choose(request, visit) : show(request, visit))
                .orElseGet(() -> request.message(404, "login.over"));
    }

    private Reply choose(PageRequest request, Visit visit) {
        var again = page(id(request));
        var channel = request.parameter("channel").filter(CHANNELS::contains);
        if (channel.isEmpty()) {
            return request.see(again + "&problem=means");
        }
        var person = request.parameter("identifier")
                .map(String::strip)
                .flatMap(PersonaFile::find)
                .filter(LoginPages::isKnown);
        if (person.isEmpty()) {
            return request.see(again + "&problem=unknown");
        }
        var page = scripts.of(person.get().persona()).page();
        if (page == LoginPage.UNAVAILABLE) {
            return request.message(503, "login.unavailable");
        }
        visit.ask(person.get(), page, channel.get(), prompts, life);
        return request.see(again);
    }

    /** Some fictitious professionals are there to be unknown. */
    private static boolean isKnown(PersonaEntry person) {
        return person.persona().behaviour() != Behaviour.UNKNOWN;
    }

    private Reply show(PageRequest request, Visit visit) {
        return visit.asked().map(asked -> follow(request, visit, asked)).orElseGet(() -> ask(request, visit));
    }

    private Reply ask(PageRequest request, Visit visit) {
        var problem = request.parameter("problem")
                .filter(Set.of("means", "unknown")::contains)
                .map(known -> request.part(
                        "problem", Map.of("text", request.language().text("login.problem." + known))))
                .orElse(Html.NOTHING);
        var main = request.part("login", Map.of("visit", id(request), "service", visit.service(), "problem", problem));
        return request.page(200, PageFrame.titled("login.title"), main);
    }

    private Reply follow(PageRequest request, Visit visit, Visit.Asked asked) {
        return switch (asked.prompt().state()) {
            case PENDING -> await(request, visit, asked);
            case APPROVED -> goBack(request, visit, asked);
            case REFUSED -> over(request, "refused");
            case EXPIRED -> over(request, "expired");
        };
    }

    private Reply await(PageRequest request, Visit visit, Visit.Asked asked) {
        var question = asked.prompt().question();
        var main = request.part(
                question.channel().equals("CARD") ? "login-card" : "login-phone",
                Map.of(
                        "visit", id(request),
                        "state", visit.state(),
                        "service", visit.service(),
                        "number", question.number(),
                        "devices", devices));
        return request.page(200, PageFrame.titled("login.waiting.title").reloadedAfter(RELOAD), main);
    }

    private Reply goBack(PageRequest request, Visit visit, Visit.Asked asked) {
        return visits.end(id(request))
                ? Reply.redirect(visit.returns()
                        .confirmed(asked.person(), asked.prompt().question().channel()))
                : request.message(404, "login.over");
    }

    private Reply over(PageRequest request, String outcome) {
        var main = request.part(
                "login-over",
                Map.of("visit", id(request), "text", request.language().text("login." + outcome)));
        return request.page(200, PageFrame.titled("login.over.title"), main);
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
