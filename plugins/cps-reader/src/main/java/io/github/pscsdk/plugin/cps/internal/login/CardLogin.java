package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.pcsc.Readers;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.time.DriverThread;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Grant;

/** One attempt. */
public final class CardLogin {
    private final Readers readers;
    private final ReaderScan survey;
    private final KnownHolders known;
    private final WayIn usualWay;

    /**
     * An attempt by the cards in these readers.
     *
     * @param known who was asked for before, card by card
     * @param usualWay the way in where the request does not care
     */
    public CardLogin(Readers readers, ReaderScan survey, KnownHolders known, WayIn usualWay) {
        this.readers = readers;
        this.survey = survey;
        this.known = known;
        this.usualWay = usualWay;
    }

    /** Waits for a card, finds out whose it is, lets it go, and has its holder asked. */
    public Grant run(LoginRequest request, AuthenticationContext context) throws PscException, InterruptedException {
        context.progress(LoginProgress.Step.WAITING_FOR_CARD);
        try (var worker = new DriverThread("cps-login")) {
            var wait = new CardWait(survey, readers.changes(), worker, request, context);
            var choice = new CardSelection(request);
            var holder = new HolderQuestion(request, known);
            while (true) {
                var card = choice.among(wait.next());
                new CardChecks(context).check(card);
                var identity = holder.of(card);
                // Whoever was asked something took time: the card may be another one by now.
                if (!choice.wasAsked() && !holder.wasAsked() || wait.isStillThere(card)) {
                    // No card is connected any more: CPS-Gestion or the browser needs it for the code.
                    return ask(request, context, card, identity);
                }
            }
        }
    }

    private Grant ask(
            LoginRequest request, AuthenticationContext context, CpsCard card, HolderQuestion.Identity identity)
            throws PscException, InterruptedException {
        var follower = new CardFollower(readers, survey, card.serial());
        if (request.wayIn().orElse(usualWay) == WayIn.BROWSER) {
            // In a browser somebody else may log in, which the engine notices: there is a session only if nobody did.
            context.watch(presence -> {
                identity.confirm();
                follower.follow(presence);
            });
            return context.browser(identity.nationalId());
        }
        context.watch(follower);
        var grant = context.backchannel(BackchannelRequest.onCard(identity.nationalId()));
        identity.confirm();
        return grant;
    }
}
