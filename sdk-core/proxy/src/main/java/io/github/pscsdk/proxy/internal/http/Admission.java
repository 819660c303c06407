package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.limit.AttemptLimiter;
import io.github.pscsdk.proxy.internal.limit.PendingBackchannelRequest;
import io.github.pscsdk.proxy.internal.limit.PendingBackchannelRequests;
import io.github.pscsdk.proxy.internal.limit.PendingBackchannelRequests.AlreadyPending;
import java.time.Duration;
import java.util.Optional;

/** Counts attempts against the limits; where one is reached, throws {@link RefusedException} with the time after which to try again. */
final class Admission {
    private final AttemptLimiter limiter;
    private final PendingBackchannelRequests pending;

    Admission(Services services) {
        limiter = services.limiter();
        pending = services.pendingRequests();
    }

    /** For a login on a device; the caller ends the request with the login. What is refused counts as no attempt. */
    PendingBackchannelRequest onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var request = begin(login.client().clientId(), person);
        try {
            count(limiter.refuse(caller.key(), Optional.of(person)));
        } catch (RefusedException e) {
            request.end();
            throw e;
        }
        return request;
    }

    private PendingBackchannelRequest begin(String clientId, NationalId person) {
        try {
            return pending.begin(clientId, person);
        } catch (AlreadyPending e) {
            throw RefusedException.alreadyPending(e.left());
        }
    }

    /** For a login in the browser. */
    void inBrowser(Caller caller) {
        count(limiter.refuse(caller.key(), Optional.empty()));
    }

    /** For the code of a browser login, be it right, wrong or none. */
    void code(Caller caller) {
        count(limiter.refuseCode(caller.key()));
    }

    private static void count(Optional<Duration> wait) {
        wait.ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }
}
