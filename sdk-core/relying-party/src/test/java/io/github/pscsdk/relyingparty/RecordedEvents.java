package io.github.pscsdk.relyingparty;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a listener was told, as lines; and whole, to look for what should not be there. */
final class RecordedEvents implements RelyingPartyListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<LoginEnded> logins = new CopyOnWriteArrayList<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();

    @Override
    public void loginBegun(WayIn wayIn, Optional<Means> asked) {
        lines.add("begun " + wayIn + " " + asked.map(Means::name).orElse("-"));
    }

    @Override
    public void loginEnded(LoginEnded login) {
        logins.add(login);
        lines.add(
                "ended " + login.wayIn() + " " + login.means().map(Means::name).orElse("-") + " " + login.outcome());
    }

    @Override
    public void called(Call call) {
        calls.add(call);
        lines.add("called " + call.endpoint() + " " + call.outcome());
    }

    @Override
    public void storeCalled(StoreCall call) {
        lines.add("stored " + call.operation() + " " + call.outcome());
    }

    @Override
    public void refused(Operation operation, Problem problem) {
        lines.add("refused " + operation + " " + problem.code());
    }

    @Override
    public void sessionEnded(SessionEnd why) {
        lines.add("session " + why);
    }

    /** Waits for that line. */
    void await(String line) {
        Await.until("the event: " + line, () -> lines.contains(line));
    }

    List<String> about(Predicate<String> lines) {
        return this.lines.stream().filter(lines).toList();
    }
}
