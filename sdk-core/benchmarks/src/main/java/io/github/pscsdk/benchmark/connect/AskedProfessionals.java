package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.benchmark.json.SimulatedUserInfo;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.psc.CannedPsc;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.benchmark.wire.Answers;
import io.github.pscsdk.benchmark.wire.Message;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.persona.Personas;
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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A PSC whose professionals are silent until they are told to approve or to refuse, and which notes how late each poll comes. Safe for any thread. */
final class AskedProfessionals implements AutoCloseable {
    private static final Duration EXPIRY = Duration.ofMinutes(5);
    private static final String PREFIX = "899999";
    private static final Pattern ASKED = Pattern.compile("(?:^|&)login_hint=" + PREFIX + "(\\d{6})");
    private static final Pattern POLLED = Pattern.compile("(?:^|&)auth_req_id=request-(\\d{6})-");
    private static final Pattern BEARER = Pattern.compile("(?i)\r\nauthorization: bearer access-(\\d{6})");
    private static final byte[] PENDING = Answers.json(400, "{\"error\":\"authorization_pending\"}");
    private static final byte[] DENIED = Answers.json(400, "{\"error\":\"access_denied\"}");

    private final Duration interval;
    private final TokenSigner signer = new TokenSigner();
    private final CannedPsc psc = new CannedPsc(signer);
    private final String userInfo = SimulatedUserInfo.document();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReferenceArray<byte[]> answers;
    // By System.nanoTime(); of the last answer to the node.
    private final AtomicLongArray answeredAt;
    private final Queue<Double> lateness = new ConcurrentLinkedQueue<>();

    /** @param number of professionals */
    AskedProfessionals(int number, Duration interval) {
        this.interval = interval;
        this.answers = new AtomicReferenceArray<>(number);
        this.answeredAt = new AtomicLongArray(number);
        IntStream.range(0, number).forEach(n -> answers.set(n, PENDING));
        psc.answer("/ciba", this::accept);
        psc.answer("/token", this::poll);
        psc.answer("/userinfo", request -> Answers.json(200, userInfo(number(BEARER, request.head()))));
    }

    PscEnvironment environment() {
        return psc.environment();
    }

    /** The national identifier of a professional. */
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
        return Answers.json(
                200,
                String.format(
                        Locale.ROOT,
                        "{\"auth_req_id\":\"request-%06d-%s\",\"expires_in\":%d,\"interval\":%d}",
                        n,
                        "x".repeat(700),
                        EXPIRY.toSeconds(),
                        interval.toSeconds()));
    }

    private byte[] poll(Message request) {
        var heard = System.nanoTime();
        var n = number(POLLED, request.body());
        lateness.add((heard - answeredAt.get(n) - interval.toNanos()) / 1e6);
        answeredAt.set(n, System.nanoTime());
        return answers.get(n);
    }

    private String userInfo(int n) {
        return userInfo.replace(Personas.PHARMACIST.value(), nationalId(n))
                .replaceFirst(
                        "\"sub\":\"[^\"]+\"",
                        "\"sub\":\"f:00000000-0000-4000-8000-000000000001:" + nationalId(n) + "\"");
    }

    /** What PSC grants for a professional. Good for two minutes: made before a clock runs, since it is signed. */
    byte[] granted(int n) {
        var access = String.format(Locale.ROOT, "access-%06d", n);
        var now = Clock.systemUTC().instant().getEpochSecond();
        return Answers.json(
                200,
                "{\"access_token\":\"" + access + "\",\"expires_in\":120,\"token_type\":\"Bearer\",\"id_token\":\""
                        + signer.idToken(psc.issuer().toString(), "none", now, nationalId(n), access) + "\"}");
    }

    /** From now on PSC grants this. */
    void approve(int n, byte[] granted) {
        answers.set(n, granted);
    }

    /** From now on the professional refuses. */
    void refuse(int n) {
        answers.set(n, DENIED);
    }

    /** How many have been asked. */
    int asked() {
        return asked.get();
    }

    /** How many polls came. */
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
