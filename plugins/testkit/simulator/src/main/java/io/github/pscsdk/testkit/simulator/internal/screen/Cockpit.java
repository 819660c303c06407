package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.persona.model.Persona;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.page.Site.Link;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.SigningKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page {@code /cockpit}: shows the activity and the personas, and changes dials, clock and keys. */
public final class Cockpit {
    private static final List<Link> LINKS = List.of(
            new Link("/phone", "phone.short"),
            new Link("/cps-gestion", "cps-gestion.short"),
            new Link("/cockpit", "cockpit.short"));

    private final ActivityPanel activity;
    private final DialPanel dials;
    private final ClockPanel clock;
    private final SigningKeys keys;

    /** How far a scenario is. */
    public record Progress(String title, int done, int steps) {}

    /** A cockpit for one realm; its clock can be moved if it is a {@link io.github.pscsdk.time.VirtualClock}. */
    public Cockpit(PscRealm realm, Prompts prompts, Simulation simulation, Supplier<Optional<Progress>> scenario) {
        activity = new ActivityPanel(realm, prompts, simulation.journal(), scenario);
        dials = new DialPanel(simulation.dials());
        clock = new ClockPanel(simulation.clock());
        keys = realm.keys();
    }

    public void addTo(Origin origin, Prompts prompts, PendingCardRequests requests, Optional<CardInHand> hand) {
        var site = new Site(origin, LINKS);
        var phone = new PhoneScreen(prompts);
        var reader = new CardScreen(requests, hand);
        site.add("/", request -> request.see("/cockpit"), "GET");
        site.add("/phone", phone::answer, "GET", "POST");
        site.add("/phone/state", request -> phone.state(), "GET");
        site.add("/cps-gestion", reader::answer, "GET", "POST");
        site.add("/cps-gestion/state", request -> reader.state(), "GET");
        hand.ifPresent(card -> site.add(CardScreen.CARD, request -> CardScreen.move(request, card), "GET", "POST"));
        site.add("/cockpit", this::answer, "GET");
        site.add("/cockpit/state", request -> PageRequest.state(activity.digest()), "GET");
        site.add("/cockpit/now", clock::now, "GET");
        site.add("/cockpit/clock", clock::answer, "GET", "POST");
        site.add("/cockpit/dials", dials::answer, "GET", "POST");
        site.add("/cockpit/keys", this::rotate, "GET", "POST");
    }

    private Reply answer(PageRequest request) {
        var main = request.part(
                "cockpit",
                Map.of(
                        "state", activity.digest(),
                        "outcome", outcome(request),
                        "activity", activity.markup(request),
                        "clock", clock.markup(request),
                        "keys",
                                request.form(
                                        "/cockpit/keys",
                                        "keys",
                                        Map.of("kid", keys.active().kid())),
                        "dials", dials.markup(request),
                        "personas", personas(request)));
        var waiting = request.texts().get("waiting.count") + " " + activity.waiting();
        return request.page(
                200, PageFrame.titled("cockpit.title").saying(title(request).orElse(waiting)), main);
    }

    private static Html outcome(PageRequest request) {
        return request.parameter("done")
                .flatMap(done -> request.texts().find("cockpit.done." + done))
                .map(text -> request.part("outcome", Map.of("text", text)))
                .orElse(Html.NOTHING);
    }

    private static Optional<String> title(PageRequest request) {
        var isRefused = request.parameter("refused").isPresent() || ClockPanel.isRefused(request);
        return isRefused ? Optional.of(request.texts().get("error")) : Optional.empty();
    }

    private Reply rotate(PageRequest request) {
        if (!request.isForm()) {
            return request.see("/cockpit#keys");
        }
        keys.rotate();
        return request.see("/cockpit?done=keys#keys");
    }

    private static Html personas(PageRequest request) {
        return Html.join(
                PersonaFile.entries().stream().map(PersonaEntry::persona).map(one -> row(request, one)));
    }

    private static Html row(PageRequest request, Persona persona) {
        var texts = request.texts();
        var behaviour = persona.behaviour();
        return request.part(
                "cockpit-persona",
                Map.of(
                        "id", persona.nationalId().value(),
                        "who", PendingPromptsPage.name(persona),
                        "behaviour", DialPanel.choice(texts, "behaviour", behaviour),
                        "code", behaviour,
                        "summary", persona.summary(texts.language().locale())));
    }
}
