package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.page.Site.Link;
import java.util.List;
import java.util.Optional;

/** Adds the pages for a person to their origin. */
public final class Screens {
    private static final List<Link> LINKS = List.of(
            new Link("/phone", "phone.short"),
            new Link("/cps-gestion", "cps-gestion.short"),
            new Link("/cockpit", "cockpit.short"));

    private Screens() {}

    /** Adds every page; the caller starts the origin. */
    public static void on(
            Origin origin, Prompts prompts, PendingCardRequests requests, Optional<CardInHand> hand, Cockpit cockpit) {
        var site = new Site(origin, LINKS);
        var phone = new PhoneScreen(prompts);
        var reader = new CardScreen(requests, hand);
        site.add("/", request -> request.see("/cockpit"), "GET");
        site.add("/phone", phone::answer, "GET", "POST");
        site.add("/phone/state", request -> phone.state(), "GET");
        site.add("/cps-gestion", reader::answer, "GET", "POST");
        site.add("/cps-gestion/state", request -> reader.state(), "GET");
        hand.ifPresent(card -> site.add(CardScreen.CARD, request -> CardScreen.move(request, card), "GET", "POST"));
        cockpit.addTo(site);
    }
}
