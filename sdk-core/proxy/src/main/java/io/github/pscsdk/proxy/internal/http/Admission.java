package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.limit.Ask;
import io.github.pscsdk.proxy.internal.limit.AttemptLimiter;
import io.github.pscsdk.proxy.internal.limit.PendingAsks;
import io.github.pscsdk.proxy.internal.limit.PendingAsks.AlreadyPending;
import java.time.Duration;
import java.util.Optional;

/** Lets attempts through, or throws {@link Refused} with the time after which to try again. */
final class Admission {
    private final AttemptLimiter limiter;
    private final PendingAsks pending;

    Admission(Services services) {
        limiter = services.limiter();
        pending = services.pendingAsks();
    }

    /** For a login on a device; the ask must end with the login. What is refused counts as no attempt. */
    Ask onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var ask = begin(login.client().clientId(), person);
        try {
            count(limiter.refuse(caller.key(), Optional.of(person)));
        } catch (Refused e) {
            ask.end();
            throw e;
        }
        return ask;
    }

    private Ask begin(String clientId, NationalId person) {
        try {
            return pending.begin(clientId, person);
        } catch (AlreadyPending e) {
            throw Refused.alreadyPending(e.left());
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
            throw Refused.tooMany(left);
        });
    }
}
