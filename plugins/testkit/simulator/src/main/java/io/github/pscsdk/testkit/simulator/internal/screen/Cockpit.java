package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The page {@code /cockpit}: shows the activity and the personas, and changes dials, clock and keys. */
public final class Cockpit implements PageHandler {
    /** The actions of this page, for the message after one. */
    private static final Set<String> DONE = Set.of("dial", "dials", "clock", "keys");

    private final ActivityPanel activity;
    private final DialPanel dials;
    private final ClockPanel clock;
    private final KeyPanel keys;

    /**
     * A cockpit for one realm.
     *
     * @param scenario how far the scenario is, if one is played
     */
    public Cockpit(
            PscRealm realm,
            Prompts prompts,
            Journal journal,
            Controls controls,
            Supplier<Optional<ScenarioProgress>> scenario) {
        activity = new ActivityPanel(realm, prompts, journal, scenario);
        dials = new DialPanel(controls.dials());
        clock = new ClockPanel(controls.clock());
        keys = new KeyPanel(controls.keys());
    }

    void addTo(Site site) {
        site.add("/cockpit", this, "GET");
        site.add("/cockpit/state", request -> PageRequest.state(activity.digest()), "GET");
        site.add("/cockpit/now", clock::now, "GET");
        site.add("/cockpit/clock", clock, "GET", "POST");
        site.add("/cockpit/dials", dials, "GET", "POST");
        site.add("/cockpit/keys", keys, "GET", "POST");
    }

    @Override
    public Reply answer(PageRequest request) {
        var main = request.part(
                "cockpit",
                Map.of(
                        "state", activity.digest(),
                        "outcome", outcome(request),
                        "activity", activity.markup(request),
                        "clock", clock.markup(request),
                        "keys", keys.markup(request),
                        "dials", dials.markup(request),
                        "personas", PersonaTable.markup(request)));
        var waiting = request.texts().get("waiting.count") + " " + activity.waiting();
        return request.page(
                200, PageFrame.titled("cockpit.title").saying(title(request).orElse(waiting)), main);
    }

    private static Html outcome(PageRequest request) {
        return request.parameter("done")
                .filter(DONE::contains)
                .map(done ->
                        request.part("outcome", Map.of("text", request.texts().get("cockpit.done." + done))))
                .orElse(Html.NOTHING);
    }

    private static Optional<String> title(PageRequest request) {
        var isRefused = request.parameter("refused").isPresent() || ClockPanel.isRefused(request);
        return isRefused ? Optional.of(request.texts().get("error")) : Optional.empty();
    }
}
