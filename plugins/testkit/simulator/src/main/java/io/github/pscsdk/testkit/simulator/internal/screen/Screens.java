package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.page.Link;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import java.util.List;

/** Adds the pages for a person to their origin. */
public final class Screens {
    private static final List<Link> LINKS = List.of(
            new Link("/phone", "phone.short"),
            new Link("/cps-gestion", "cps-gestion.short"),
            new Link("/cockpit", "cockpit.short"));

    private Screens() {}

    /** Adds every page; the caller starts the origin. */
    public static void on(Origin origin, Prompts prompts, CardSetup setup, Cockpit cockpit) {
        var site = new Site(origin, LINKS);
        var phone = new PhoneScreen(prompts);
        var reader = new CardScreen(setup);
        site.add("/", request -> request.see("/cockpit"), "GET");
        site.add("/phone", phone, "GET", "POST");
        site.add("/phone/state", request -> phone.state(), "GET");
        site.add("/cps-gestion", reader, "GET", "POST");
        site.add("/cps-gestion/state", request -> reader.state(), "GET");
        reader.panel().ifPresent(panel -> site.add("/cps-gestion/card", panel, "GET", "POST"));
        cockpit.addTo(site);
    }
}
