package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Fallback;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.util.Optional;

/** One try with one authenticator; whatever it opened at the server half and does not hand over, it closes. */
final class Attempt {
    private final Turn turn;
    private final Station station;
    private final Alarm alarm;
    private final Progress progress;
    private final Learnt learnt;
    private final HostSide hostSide = new HostSide();
    private final LoginDialog dialog;
    private final Asking asking;
    private final AttemptContext context;

    Attempt(Turn turn, Station station, Alarm alarm, Progress progress, Learnt learnt) {
        this.turn = turn;
        this.station = station;
        this.alarm = alarm;
        this.progress = progress;
        this.learnt = learnt;
        this.dialog = turn.dialog(hostSide);
        this.asking = new Asking(turn, progress, dialog);
        this.context = new AttemptContext(turn, progress, hostSide, asking, learnt);
    }

    /** The flow, from the authenticator's turn to the session. */
    ProxySession run() throws PscException, InterruptedException {
        if (!station.occupy()) {
            throw new PscException(LoginProblem.ATTEMPT_IN_PROGRESS, "the authenticator is at work");
        }
        var handover = new Handover(turn, asking);
        var handedOver = false;
        try {
            var asked = withNationalId();
            asking.names(asked.nationalId());
            var grant = authenticate(asked.withDialog(dialog));
            alarm.check();
            var session = handover.open(grant, progress, context.watch());
            handedOver = true;
            holderOfTheCard().ifPresent(learnt::holder);
            return session;
        } finally {
            station.leave();
            if (!handedOver) {
                handover.abandon();
            }
        }
    }

    /** Who logged in by card, also where the card itself did not say whose it is. */
    private Optional<NationalId> holderOfTheCard() {
        return asking.channel().filter(Channel.CARD::equals).flatMap(card -> asking.expected());
    }

    /** Whether another way may follow: not after an answer, and not if what the way in met forbids it, whatever it is called. */
    boolean leavesRoomAfter(Problem thrown) {
        return asking.grant().isEmpty()
                && thrown.fallback() == Fallback.NEXT_WAY
                && asking.failure()
                        .map(met -> met.problem().fallback() == Fallback.NEXT_WAY)
                        .orElse(true);
    }

    /** The request, naming the professional where the authenticator cannot do without. */
    private LoginRequest withNationalId() throws PscException, InterruptedException {
        var request = turn.request();
        var descriptor = station.descriptor();
        var asksByName = descriptor.needsNationalId() && request.wayIn().orElse(descriptor.wayIn()) != WayIn.BROWSER;
        if (!asksByName || request.nationalId().isPresent()) {
            return request;
        }
        var answer = dialog.nationalId(new NationalIdQuestion(Optional.empty(), learnt.suggestion()));
        return request.withNationalId(answer.map(NationalIdAnswer::nationalId)
                .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named")));
    }

    private SessionGrant authenticate(LoginRequest asked) throws PscException, InterruptedException {
        try {
            var grant = station.authenticator().authenticate(asked, context);
            return asking.grant()
                    .filter(given -> given == grant)
                    .orElseThrow(() ->
                            new PscException(PluginProblem.PLUGIN_FAILED, "the grant is not the one of this attempt"));
        } catch (PscException e) {
            // It passed the answer on, or stumbled over it; either way the answer as it came is what counts.
            throw asking.failure()
                    .filter(answer -> e.problem() == answer.problem() || e.problem() == PluginProblem.PLUGIN_FAILED)
                    .orElse(e);
        } finally {
            hostSide.close();
        }
    }
}
