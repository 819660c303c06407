package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Message;
import io.github.pscsdk.benchmark.harness.Sample;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A PSC whose professionals, numbered from 0, are silent until a measure has them approve or refuse. Safe for any
 * thread.
 */
final class Professionals implements AutoCloseable {
    private static final String PREFIX = "899999";
    private static final Pattern ASKED = Pattern.compile("(?:^|&)login_hint=" + PREFIX + "(\\d{6})");
    private static final Pattern POLLED = Pattern.compile("(?:^|&)auth_req_id=request-(\\d{6})-");
    private static final Pattern BEARER = Pattern.compile("(?i)\r\nauthorization: bearer access-(\\d{6})");
    private static final byte[] PENDING = Message.answer(400, "{\"error\":\"authorization_pending\"}");
    private static final byte[] DENIED = Message.answer(400, "{\"error\":\"access_denied\"}");

    private final TokenSigner signer = new TokenSigner();
    final CannedPsc psc = new CannedPsc(signer);
    private final String userInfo = UserInfoMapping.document();
    private final Duration interval;
    private final Duration distance;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReferenceArray<byte[]> answers;
    // By System.nanoTime(); of the last answer to the client.
    private final AtomicLongArray answeredAt;
    private final Queue<Double> lateness = new ConcurrentLinkedQueue<>();

    /** @param distance the time of a poll on its way, there and back */
    Professionals(int number, Duration interval, Duration distance) {
        this.interval = interval;
        this.distance = distance;
        this.answers = new AtomicReferenceArray<>(number);
        this.answeredAt = new AtomicLongArray(number);
        IntStream.range(0, number).forEach(n -> answers.set(n, PENDING));
        psc.answer("/ciba", this::accept);
        psc.answer("/token", this::poll);
        psc.answer("/userinfo", request -> Message.answer(200, userInfo(number(BEARER, request.head()))));
    }

    static String nationalId(int n) {
        return String.format(Locale.ROOT, "%s%06d", PREFIX, n);
    }

    private static int number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("a request names nobody");
        }
        return Integer.parseInt(found.group(1));
    }

    private byte[] accept(Message request) {
        var n = number(ASKED, request.body());
        answeredAt.set(n, System.nanoTime());
        asked.incrementAndGet();
        // As long as Keycloak's.
        return Message.answer(
                200,
                String.format(
                        Locale.ROOT,
                        "{\"auth_req_id\":\"request-%06d-%s\",\"expires_in\":600,\"interval\":%d}",
                        n,
                        "x".repeat(700),
                        interval.toSeconds()));
    }

    private byte[] poll(Message request) {
        var heard = System.nanoTime();
        var n = number(POLLED, request.body());
        lateness.add((heard - answeredAt.get(n) - interval.toNanos()) / 1e6);
        if (!distance.isZero()) {
            LockSupport.parkNanos(distance.toNanos());
        }
        answeredAt.set(n, System.nanoTime());
        return answers.get(n);
    }

    private String userInfo(int n) {
        return userInfo.replace(TokenSigner.PROFESSIONAL, nationalId(n));
    }

    /**
     * The answer of PSC about a professional who has approved. Good for two minutes: made before a clock runs, since it
     * is signed.
     */
    byte[] granted(int n) {
        return Message.answer(
                200,
                signer.tokens(
                        psc.issuer().toString(),
                        "none",
                        Clock.systemUTC().instant().getEpochSecond(),
                        nationalId(n),
                        String.format(Locale.ROOT, "access-%06d", n)));
    }

    void approve(int n, byte[] granted) {
        answers.set(n, granted);
    }

    void refuse(int n) {
        answers.set(n, DENIED);
    }

    int asked() {
        return asked.get();
    }

    long polls() {
        return psc.count("/token");
    }

    /** How much later than the interval each poll was heard since the last look, in milliseconds. */
    Sample lateness() {
        List<Double> heard = new ArrayList<>();
        for (var late = lateness.poll(); late != null; late = lateness.poll()) {
            heard.add(late);
        }
        return new Sample(heard);
    }

    @Override
    public void close() throws IOException {
        psc.close();
    }
}
