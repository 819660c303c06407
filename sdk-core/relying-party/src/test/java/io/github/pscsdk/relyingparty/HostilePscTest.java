package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.HostilePsc.Manner;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever PSC does, each operation of a relying party ends in time: done, or with a {@link PscException}. When PSC is honest again,
 * the next login succeeds.
 */
class HostilePscTest {
    /** Of each operation. */
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Only a limit of ours ends what waits for these; the others end by themselves. */
    private static final Set<Manner> STALLING = Set.of(Manner.DRIPS, Manner.SILENT);

    private static final URI HOME = URI.create("http://localhost/deconnexion/retour");

    /** Begins an operation of a relying party, which PSC then spoils. */
    private interface Operation {
        CompletionStage<?> begin(RelyingParty party);
    }

    /** What must be there before, while PSC is honest. */
    private interface Preparation {
        Operation after(Spoiled psc) throws Exception;
    }

    private static final Map<String, Preparation> CASES = cases();

    private static Map<String, Preparation> cases() {
        var cases = new LinkedHashMap<String, Preparation>();
        cases.put("beginBrowserLogin", psc -> RelyingParty::beginBrowserLogin);
        cases.put("completeBrowserLogin", psc -> {
            var login = await(psc.patient.beginBrowserLogin());
            var callback = psc.hostile.callback(login);
            return party -> party.completeBrowserLogin(callback, login.state());
        });
        cases.put(
                "beginBackchannelLogin",
                psc -> party -> party.beginBackchannelLogin(
                                BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))
                        .thenAccept(BackchannelLogin::cancel));
        cases.put("refresh", psc -> {
            var session = psc.logIn();
            return party -> party.refresh(session.id());
        });
        cases.put("exchange", psc -> {
            var session = psc.logIn();
            return party -> party.exchange(session.id(), ApiAudience.of("api", psc.hostile.api(), Lab.API_CLIENT));
        });
        cases.put("signOut", psc -> {
            var session = psc.logIn();
            return party -> party.signOut(session.id());
        });
        cases.put("beginBrowserSignOut", psc -> {
            var session = psc.logIn();
            return party -> party.beginBrowserSignOut(session.id());
        });
        cases.put("acceptLogoutToken", psc -> {
            var token = psc.hostile.psc.logoutToken(UUID.randomUUID().toString());
            return party -> party.acceptLogoutToken(token);
        });
        return cases;
    }

    /** PSC, and relying parties with one store. */
    private static final class Spoiled implements AutoCloseable {
        final HostilePsc hostile = new HostilePsc();
        final VirtualClock clock = hostile.psc.time.clock;
        final SessionStore store = SessionStore.inMemory(clock);
        /** For what goes before. */
        final RelyingParty patient = party();

        final RelyingParty warm = party();

        Spoiled() throws Exception {
            hostile.logIn(patient);
            hostile.logIn(warm);
        }

        RelyingParty party() {
            return hostile.psc
                    .party()
                    .redirectUri(Lab.REDIRECT)
                    .postLogoutRedirectUri(HOME)
                    .sessionStore(store)
                    .operationTimeout(LIMIT)
                    .build();
        }

        PscSession logIn() throws Exception {
            return hostile.logIn(patient);
        }

        @Override
        public void close() {
            patient.close();
            warm.close();
            hostile.close();
        }
    }

    /** Both ways of waiting for a PSC that lets one wait, and else each in turn. */
    static Stream<Arguments> mannersAndWaiting() {
        return mannersAndWaiting(true);
    }

    static Stream<Arguments> mannersAndTheOtherWaiting() {
        return mannersAndWaiting(false);
    }

    private static Stream<Arguments> mannersAndWaiting(boolean first) {
        return Stream.of(Manner.values())
                .filter(manner -> manner != Manner.HONEST)
                .flatMap(manner -> Stream.of(Waiting.values())
                        .filter(waiting ->
                                first == (STALLING.contains(manner) || waiting.ordinal() == manner.ordinal() % 2))
                        .map(waiting -> Arguments.of(manner, waiting)));
    }

    /** By turns with and without what PSC publishes, from before. */
    @ParameterizedTest
    @MethodSource("mannersAndWaiting")
    void every_operation_ends_in_time_and_with_a_problem_that_has_a_name(Manner manner, Waiting waiting)
            throws Exception {
        assertEveryOperationEnds(manner, waiting, operation -> (operation + manner.ordinal()) % 2 == 0);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("mannersAndWaiting")
    void so_it_does_with_and_without_what_psc_publishes(Manner manner, Waiting waiting) throws Exception {
        assertEveryOperationEnds(manner, waiting, operation -> (operation + manner.ordinal()) % 2 != 0);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("mannersAndTheOtherWaiting")
    void so_it_does_where_one_waits_in_the_other_way(Manner manner, Waiting waiting) throws Exception {
        assertEveryOperationEnds(manner, waiting, operation -> true);
        assertEveryOperationEnds(manner, waiting, operation -> false);
    }

    /** @param warm whether the party that tries the operation of that place has what PSC publishes */
    private static void assertEveryOperationEnds(Manner manner, Waiting waiting, IntPredicate warm) throws Exception {
        var failures = new ArrayList<String>();
        var operation = 0;
        try (var psc = new Spoiled()) {
            for (var tried : CASES.entrySet()) {
                var name = manner + ", " + tried.getKey();
                if (warm.test(operation++)) {
                    spoil(psc, tried.getValue(), manner, psc.warm, waiting)
                            .ifPresent(wrong -> failures.add(name + ": " + wrong));
                } else {
                    try (var cold = psc.party()) {
                        spoil(psc, tried.getValue(), manner, cold, waiting)
                                .ifPresent(wrong -> failures.add(name + ", cold: " + wrong));
                    }
                }
            }
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n", failures));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void the_outcome_of_a_login_comes_within_a_second_after_its_deadline(Manner manner) throws Exception {
        try (var hostile = new HostilePsc();
                var party = hostile.psc.party().build()) {
            var time = hostile.psc.time;
            hostile.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":2,\"interval\":1}");
            var login = await(
                    party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
            hostile.turn(manner);

            var outcome = login.outcome().toCompletableFuture();
            time.pass(Duration.ofSeconds(3));

            assertTrue(outcome.isDone());
            assertEquals(Optional.empty(), wrong(outcome));
        }
    }

    private static Optional<String> spoil(
            Spoiled psc, Preparation preparation, Manner manner, RelyingParty party, Waiting waiting) throws Exception {
        var operation = preparation.after(psc);
        psc.hostile.turn(manner);
        var before = psc.hostile.spoiled();
        var outcome = waiting.elsewhere(() -> operation.begin(party).thenApply(Object.class::cast));
        if (STALLING.contains(manner)) {
            Await.until(
                    "the operation has ended, or waits for PSC",
                    () -> outcome.isDone() || psc.hostile.spoiled() > before);
            psc.clock.advance(LIMIT);
        }
        var wrong = wrong(outcome);
        psc.hostile.turn(Manner.HONEST);
        // Nobody joins a fetch of before, and no pause after a failure lasts so long.
        psc.clock.advance(Duration.ofMinutes(1));
        return wrong.or(() -> {
            try {
                psc.hostile.logIn(party);
                return Optional.empty();
            } catch (Exception e) {
                return Optional.of("the next login: " + e);
            }
        });
    }

    /** What an operation does that it must not. */
    private static Optional<String> wrong(CompletableFuture<?> outcome) {
        try {
            Await.outcome("the end of the operation", outcome);
            return Optional.empty();
        } catch (PscException e) {
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e.toString());
        }
    }
}
