package io.github.pscsdk.benchmark.pending;

import io.github.pscsdk.benchmark.psc.CannedPsc;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.benchmark.wire.Answers;
import io.github.pscsdk.benchmark.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A PSC far away whose professionals are silent until they are told to refuse. It keeps nothing of who asks. */
final class SilentProfessionals implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("(?:^|&)auth_req_id=([^&]+)");
    private static final byte[] PENDING = Answers.json(400, "{\"error\":\"authorization_pending\"}");
    private static final byte[] DENIED = Answers.json(400, "{\"error\":\"access_denied\"}");

    final CannedPsc psc;
    private final Duration distance;
    private final Duration interval;
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    /**
     * @param distance how long a poll is on its way, there and back
     * @param interval between two polls of a login
     */
    SilentProfessionals(Duration distance, Duration interval) {
        this.distance = distance;
        this.interval = interval;
        psc = new CannedPsc(new TokenSigner());
        psc.answer("/ciba", request -> accepted());
        psc.answer("/token", this::poll);
    }

    private byte[] accepted() {
        return Answers.json(
                200,
                "{\"auth_req_id\":\"" + id(asked.getAndIncrement()) + "\",\"expires_in\":600,\"interval\":"
                        + interval.toSeconds() + "}");
    }

    private byte[] poll(Message request) {
        if (!distance.isZero()) {
            LockSupport.parkNanos(distance.toNanos());
        }
        var id = ID.matcher(request.body());
        return id.find() && refusing.contains(id.group(1)) ? DENIED : PENDING;
    }

    /** Whoever was asked as number {@code n} refuses from now on. */
    void refuse(int n) {
        refusing.add(id(n));
    }

    long polls() {
        return psc.count("/token");
    }

    /** As long as Keycloak's, and unlike any other. */
    private static String id(int n) {
        return String.format(Locale.ROOT, "request-%08d-%s", n, "x".repeat(700));
    }

    @Override
    public void close() throws IOException {
        psc.close();
    }
}
