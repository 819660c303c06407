package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.AttemptLimits;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.PendingBackchannelRequest;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a login begin, or throws {@link RefusedException} with the time after which to try again: bounds how often logins are
 * started, and has one professional asked once at a time, since each login rings a phone. Counts in memory, per node. Safe for
 * any thread; nothing blocks.
 */
public final class Admission {
    private final LoginLimit callers;
    private final LoginLimit professionals;
    private final LoginLimit codes;
    private final PendingBackchannelRequest.Registry pending;

    public Admission(AttemptLimits limits, Clock clock) {
        callers = new LoginLimit(clock, limits.perCaller(), limits.window());
        professionals = new LoginLimit(clock, limits.perNationalId(), limits.window());
        codes = new LoginLimit(clock, limits.codesPerCaller(), limits.window());
        pending = new PendingBackchannelRequest.Registry(clock);
    }

    /** For a login on a device; the caller ends the request with the login. What is refused counts as no attempt. */
    PendingBackchannelRequest onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var request = begin(login.client().clientId(), person);
        try {
            admit(refuse(caller.key(), Optional.of(person)));
        } catch (RefusedException e) {
            request.end();
            throw e;
        }
        return request;
    }

    private PendingBackchannelRequest begin(String clientId, NationalId person) {
        try {
            return pending.begin(clientId, person);
        } catch (PendingBackchannelRequest.AlreadyPendingException e) {
            throw RefusedException.alreadyPending(e.left());
        }
    }

    /** For a login in the browser. */
    void inBrowser(Caller caller) {
        admit(refuse(caller.key(), Optional.empty()));
    }

    /** For the code of a browser login, be it right, wrong or none. */
    void code(Caller caller) {
        admit(codes.begin(caller.key()));
    }

    private static void admit(Optional<Duration> wait) {
        wait.ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }

    /**
     * Counts one attempt, unless one limit is reached; a refused attempt counts nowhere, so that impatience does not
     * prolong the wait.
     *
     * @param caller application and address
     * @param professional whose phone would ring; empty in the browser way in
     * @return how long to wait, whole seconds; empty where the attempt may go on
     */
    synchronized Optional<Duration> refuse(String caller, Optional<NationalId> professional) {
        // Two identifiers that differ in case name the same person.
        var person = professional.map(id -> id.value().toLowerCase(Locale.ROOT));
        List<Duration> waits = new ArrayList<>();
        callers.retryAfter(caller).ifPresent(waits::add);
        person.flatMap(professionals::retryAfter).ifPresent(waits::add);
        if (waits.isEmpty()) {
            callers.count(caller);
            person.ifPresent(professionals::count);
        }
        return waits.stream().max(Duration::compareTo);
    }
}
