package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.HostilePsc.Manner;
import io.github.pscsdk.relyingparty.internal.oidc.SignedTokens;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever PSC does, each operation of a relying party ends in time: done, or with a {@link PscException}. When PSC is honest again,
 * the next login succeeds.
 */
class HostilePscTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration DIAGNOSIS = Duration.ofSeconds(3);
    /** What an operation may have left to be read when it ended at its limit: whoever comes within two seconds joins that. */
    private static final Set<Manner> LONG_TO_READ = Set.of(Manner.DEEP, Manner.ENDLESS, Manner.ENDLESS_HEAD);

    private static final Duration JOINED_FOR = Duration.ofSeconds(2);

    private static final URI HOME = URI.create("http://localhost/deconnexion/retour");

    /** Begins an operation of a relying party, which PSC then spoils. */
    private interface Operation {
        CompletionStage<?> begin(RelyingParty party);
    }

    /** What must be there before, while PSC is honest. */
    private interface Preparation {
        Operation after(Spoiled psc) throws Exception;
    }

    private record Case(Duration limit, Preparation preparation) {}

    private static final Map<String, Case> CASES = cases();

    private static Map<String, Case> cases() {
        var cases = new LinkedHashMap<String, Case>();
        cases.put("beginBrowserLogin", new Case(LIMIT, psc -> RelyingParty::beginBrowserLogin));
        cases.put("completeBrowserLogin", new Case(LIMIT, psc -> {
            var login = await(psc.patient.beginBrowserLogin());
            var callback = psc.hostile.callback(login);
            return party -> party.completeBrowserLogin(callback, login.state());
        }));
        cases.put(
                "beginBackchannelLogin",
                new Case(
                        LIMIT,
                        psc -> party -> party.beginBackchannelLogin(
                                        BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))
                                .thenAccept(BackchannelLogin::cancel)));
        cases.put("refresh", new Case(LIMIT, psc -> {
            var session = psc.logIn();
            return party -> party.refresh(session.id());
        }));
        cases.put("exchange", new Case(LIMIT, psc -> {
            var session = psc.logIn();
            return party -> party.exchange(session.id(), ApiAudience.of("api", psc.hostile.api(), Lab.API_CLIENT));
        }));
        cases.put("signOut", new Case(LIMIT, psc -> {
            var session = psc.logIn();
            return party -> party.signOut(session.id());
        }));
        cases.put("beginBrowserSignOut", new Case(LIMIT, psc -> {
            var session = psc.logIn();
            return party -> party.beginBrowserSignOut(session.id());
        }));
        cases.put("acceptLogoutToken", new Case(LIMIT, psc -> {
            var token = psc.logoutToken();
            return party -> party.acceptLogoutToken(token);
        }));
        cases.put("diagnose", new Case(DIAGNOSIS, psc -> RelyingParty::diagnose));
        return cases;
    }

    /** PSC, and relying parties with one store. */
    private static final class Spoiled implements AutoCloseable {
        final HostilePsc hostile = new HostilePsc();
        final SessionStore store = SessionStore.inMemory(Clock.systemUTC());
        /** For what goes before. */
        final RelyingParty patient = party(Duration.ofSeconds(30));

        final RelyingParty warm = party(LIMIT);

        Spoiled() throws Exception {
            hostile.logIn(patient);
            logIn(warm);
        }

        RelyingParty party(Duration limit) {
            return hostile.psc
                    .party()
                    .redirectUri(Lab.REDIRECT)
                    .postLogoutRedirectUri(HOME)
                    .sessionStore(store)
                    .operationTimeout(limit)
                    .build();
        }

        PscSession logIn() throws Exception {
            return hostile.logIn(patient);
        }

        /** Who joined a fetch that was begun at the hostile peer shares its failure, and nobody does so after two seconds. */
        void logIn(RelyingParty party) throws Exception {
            try {
                logInWithPatience(party);
            } catch (PscException joined) {
                LockSupport.parkNanos(JOINED_FOR.toNanos());
                logInWithPatience(party);
            }
        }

        /** A busy machine gets more than one try, and who joined a fetch that fails. */
        private void logInWithPatience(RelyingParty party) throws Exception {
            for (var tries = 5; ; tries--) {
                try {
                    hostile.logIn(party);
                    return;
                } catch (PscException e) {
                    if (tries == 1 || e.problem() != LoginProblem.PSC_UNAVAILABLE) {
                        throw e;
                    }
                }
            }
        }

        String logoutToken() {
            var claims = SignedTokens.claims();
            var now = Clock.systemUTC().instant().getEpochSecond();
            claims.putAll(Map.of(
                    "iss",
                    hostile.psc.issuer().toString(),
                    "iat",
                    now,
                    "exp",
                    now + 120,
                    "jti",
                    UUID.randomUUID().toString(),
                    "sid",
                    UUID.randomUUID().toString(),
                    "typ",
                    "Logout",
                    "events",
                    Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
            claims.remove("nonce");
            return SignedTokens.signed(claims);
        }

        @Override
        public void close() {
            patient.close();
            warm.close();
            hostile.close();
        }
    }

    static Stream<Arguments> mannersAndWaiting() {
        return Stream.of(Manner.values())
                .filter(manner -> manner != Manner.HONEST)
                .flatMap(manner -> Stream.of(Waiting.values()).map(waiting -> Arguments.of(manner, waiting)));
    }

    /** With and without what PSC publishes, from before. */
    @ParameterizedTest
    @MethodSource("mannersAndWaiting")
    void every_operation_ends_in_time_and_with_a_problem_that_has_a_name(Manner manner, Waiting waiting)
            throws Exception {
        var failures = new ArrayList<String>();
        try (var psc = new Spoiled()) {
            for (var tried : CASES.entrySet()) {
                var name = manner + ", " + tried.getKey();
                spoil(psc, tried.getValue(), manner, psc.warm, waiting)
                        .ifPresent(wrong -> failures.add(name + ": " + wrong));
                try (var cold = psc.party(LIMIT)) {
                    spoil(psc, tried.getValue(), manner, cold, waiting)
                            .ifPresent(wrong -> failures.add(name + ", cold: " + wrong));
                }
            }
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n", failures));
        }
    }

    /** Three seconds more for a busy machine; a request has fifteen. {@link LoginDeadlineTest} looks to the second. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void the_outcome_of_a_login_comes_at_its_deadline(Manner manner) throws Exception {
        try (var hostile = new HostilePsc();
                var party = hostile.psc.party().build()) {
            hostile.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":2,\"interval\":1}");
            var login = await(
                    party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
            hostile.turn(manner);

            assertEquals(
                    Optional.empty(),
                    wrong(same -> login.outcome(), party, Duration.ofSeconds(5), Waiting.FOR_A_STAGE));
        }
    }

    private static Optional<String> spoil(Spoiled psc, Case tried, Manner manner, RelyingParty party, Waiting waiting)
            throws Exception {
        var operation = tried.preparation().after(psc);
        psc.hostile.turn(manner);
        var wrong = wrong(operation, party, tried.limit(), waiting);
        psc.hostile.turn(Manner.HONEST);
        if (LONG_TO_READ.contains(manner)) {
            LockSupport.parkNanos(JOINED_FOR.toNanos());
        }
        return wrong.or(() -> {
            try {
                psc.logIn(party);
                return Optional.empty();
            } catch (Exception e) {
                return Optional.of("the next login: " + e);
            }
        });
    }

    /** What an operation does that it must not. */
    private static Optional<String> wrong(Operation operation, RelyingParty party, Duration limit, Waiting waiting) {
        try {
            waiting.elsewhere(() -> operation.begin(party).thenApply(Object.class::cast))
                    .get(limit.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return e.getCause() instanceof PscException
                    ? Optional.empty()
                    : Optional.of(e.getCause().toString());
        } catch (TimeoutException e) {
            return Optional.of("no end");
        } catch (Exception e) {
            return Optional.of("thrown: " + e);
        }
    }
}
