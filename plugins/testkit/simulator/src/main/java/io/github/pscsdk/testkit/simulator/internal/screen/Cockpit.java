package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.SigningKeys;
import java.util.Optional;
import java.util.function.Supplier;

/** The page {@code /cockpit}: shows the activity and the personas, and changes dials, clock and keys. */
public final class Cockpit {
    static final String KEYS = "/cockpit/keys";

    final ActivityPanel activity;
    final DialPanel dials;
    final ClockPanel clock;
    final SigningKeys keys;

    /** How far a scenario is. */
    public record Progress(String title, int done, int steps) {}

    /** A cockpit for one realm; its clock can be moved if it is a {@link io.github.pscsdk.time.VirtualClock}. */
    public Cockpit(PscRealm psc, Prompts prompts, Simulation simulation, Supplier<Optional<Progress>> scenario) {
        activity = new ActivityPanel(psc.realm(), prompts, simulation.journal(), scenario);
        dials = new DialPanel(simulation.dials());
        clock = new ClockPanel(simulation.clock());
        keys = psc.realm().keys();
    }

    public void addTo(Origin origin, Prompts prompts, PendingCardRequests requests, Optional<CardInHand> hand) {
        var site = new Site(origin, "phone", "cps-gestion", "cockpit");
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
        site.add(KEYS, this::rotate, "GET", "POST");
    }

    private Reply answer(PageRequest request) {
        var isRefused = request.parameter("refused")
                .or(() -> ClockPanel.refused(request))
                .isPresent();
        var waiting = activity.prompts().pending().size();
        var state = isRefused ? request.text("error") : request.text("waiting.count") + " " + waiting;
        return request.page(200, PageFrame.titled("cockpit.title").saying(state), "screen/cockpit", this);
    }

    private Reply rotate(PageRequest request) {
        if (!request.isForm()) {
            return request.see("/cockpit#keys");
        }
        keys.rotate();
        return request.see("/cockpit?done=keys#keys");
    }
}
