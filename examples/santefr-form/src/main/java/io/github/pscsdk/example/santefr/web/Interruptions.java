package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.caller.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Forms that were sent when their session was over: kept for half an hour, in memory, one for each professional, until they
 * are logged in again in the same browser. Nobody else gets them: one has to be the professional to whom the form was shown,
 * and to have the browser that sent it. Safe for any thread.
 */
final class Interruptions {
    static final Duration LIFE = Duration.ofMinutes(30);
    /** Each of 256 KiB at most. */
    private static final int MOST = 100;

    private record Interrupted(String ticket, String number, WayBack back, FormFields typed) {}

    private final PageMark mark = new PageMark();
    private final ShortMemory<Interrupted> memory;

    Interruptions(Clock clock) {
        this.memory = new ShortMemory<>(clock, LIFE, MOST);
    }

    /** For the hidden field {@code mark} of a form. */
    String mark(String number, Caller caller) {
        return mark.of(number, caller.key());
    }

    /** Keeps a form that was shown here, to {@code now} if somebody is logged in; else does nothing and says so. */
    boolean keep(Visit visit, FormFields form, WayBack back, Optional<Caller> now) {
        var number = visit.path("number");
        var whose = mark.whosePage(number, form.get("mark").orElse(""))
                .filter(page ->
                        now.map(caller -> page.equals(mark.whose(caller.key()))).orElse(true));
        whose.ifPresent(page -> {
            var ticket = UUID.randomUUID().toString();
            memory.keep(page, new Interrupted(ticket, number, back, back.kept(form)));
            visit.keep(CookieName.INTERRUPTED, ticket, LIFE);
        });
        return whose.isPresent();
    }

    /** Where somebody who has just logged in goes on, if they were interrupted in this browser. */
    Optional<String> wayBack(Visit visit, Caller caller) {
        var interrupted = find(visit, caller);
        interrupted.filter(one -> one.typed.values().isEmpty()).ifPresent(led -> forget(visit, caller));
        return interrupted.map(one -> one.back.address(one.number));
    }

    /** What they had typed for that declaration in this browser; it stays until it is saved, or half an hour is over. */
    Optional<FormFields> typed(Visit visit, Caller caller) {
        return find(visit, caller)
                .filter(interrupted -> interrupted.number.equals(visit.path("number")))
                .map(Interrupted::typed)
                .filter(form -> !form.values().isEmpty());
    }

    /** They are back. */
    void forget(Visit visit, Caller caller) {
        if (find(visit, caller).isPresent()) {
            memory.forget(mark.whose(caller.key()));
            visit.erase(CookieName.INTERRUPTED);
        }
    }

    private Optional<Interrupted> find(Visit visit, Caller caller) {
        var ticket = visit.cookie(CookieName.INTERRUPTED);
        return ticket.flatMap(
                shown -> memory.find(mark.whose(caller.key())).filter(interrupted -> interrupted.ticket.equals(shown)));
    }
}
