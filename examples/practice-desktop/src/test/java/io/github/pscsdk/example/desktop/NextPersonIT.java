package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One person leaves a workstation, at each step of their work, and another logs in: from then on nothing of the former one arrives, neither
 * who they are, nor an answer, nor a word of their session.
 */
class NextPersonIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String READER = "Desk";
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final NationalId FORMER = Personas.PHARMACIST;
    private static final NationalId NEXT = new NationalId("899999100029");
    private static final ApiRequest READ = ApiRequest.of("GET", "santefr", "declarations");

    @TempDir
    private static Path folder;

    private static VirtualReaders readers;
    private static CardInHand card;
    private static Lab lab;

    private PscClient client;

    /** All that the host was told for the former person. */
    private final List<Object> delivered = new CopyOnWriteArrayList<>();

    /** Where the former person's work stands when they leave; each leaves in the way that the host has for it. */
    enum Step {
        LOGIN_BEGUN {
            @Override
            Runnable leave(NextPersonIT at) {
                at.beginLogin().cancel(true);
                return () -> at.answerFormer();
            }
        },
        WAITING_FOR_THE_PHONE {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var login = at.beginLogin();
                awaitPending(FORMER);
                login.cancel(true);
                return () -> at.answerFormer();
            }
        },
        SESSION_OPEN_AND_SIGNED_OUT {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                session.signOut();
                return () -> at.mustFail(session, LoginProblem.SESSION_ENDED);
            }
        },
        SESSION_OPEN_AND_LOCKED {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                session.lock();
                return () -> at.mustFail(session, LoginProblem.SESSION_LOCKED);
            }
        },
        SEND_IN_FLIGHT_AND_LOCKED {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                var answer = at.sendSlowly(session);
                session.lock();
                return () -> assertEquals(LoginProblem.SESSION_LOCKED, arrived(answer));
            }
        },
        SEND_IN_FLIGHT_AND_SIGNED_OUT {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                var answer = at.sendSlowly(session);
                session.signOut();
                return () -> assertEquals(LoginProblem.SESSION_ENDED, arrived(answer));
            }
        },
        CARD_REMOVED {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSessionByCard();
                card.remove();
                at.awaitTold(State.LOCKED);
                return () -> at.mustFail(session, LoginProblem.SESSION_LOCKED);
            }
        },
        CARD_REPLACED {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var late = CARD_REMOVED.leave(at);
                readers.reader(READER).insert(VirtualCard.cps3(NEXT).build());
                return late;
            }

            @Override
            String next() {
                return "cps";
            }
        },
        SEND_IN_FLIGHT_AND_CARD_REMOVED {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSessionByCard();
                var answer = at.sendSlowly(session);
                card.remove();
                at.awaitTold(State.LOCKED);
                return () -> assertEquals(LoginProblem.SESSION_LOCKED, arrived(answer));
            }
        },
        SESSION_LEFT_OPEN {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                // A login ends no other session: whoever has several desks ends them as they need it.
                return () -> {
                    assertTrue(session.isActive());
                    assertTrue(session.professional().isKnownAs(FORMER));
                    assertEquals(200, at.status(session));
                };
            }
        },
        SIGNED_OUT_WHILE_PSC_IS_AWAY {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                lab.simulator().turn("fault-logout", "503");
                assertThrows(PscException.class, session::signOut);
                lab.simulator().resetDials();
                return () -> at.mustFail(session, LoginProblem.SESSION_ENDED);
            }
        },
        SIGNED_OUT_WHILE_THE_SERVER_HALF_IS_AWAY {
            @Override
            Runnable leave(NextPersonIT at) throws Exception {
                var session = at.formerSession();
                lab.unplug();
                assertThrows(PscException.class, session::signOut);
                lab.plugIn();
                return () -> at.mustFail(session, LoginProblem.SESSION_ENDED);
            }
        };

        /**
         * Works as the former person until this step, and leaves.
         *
         * @return what happens when the next person is there
         */
        abstract Runnable leave(NextPersonIT at) throws Exception;

        /** By what the next person logs in. */
        String next() {
            return "stub";
        }
    }

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        readers = VirtualReaders.named(READER).install();
        card = CardInHand.at(readers, READER, VirtualCard.cps3(FORMER).build());
        lab = Lab.in(folder, simulator -> simulator.interactive().cardInHand(card));
    }

    @AfterAll
    static void stop() {
        lab.close();
        readers.close();
        System.clearProperty(TERMINALS);
    }

    @BeforeEach
    void begin() {
        // So many logins of one address are let through in ten minutes.
        lab.clock().advance(Duration.ofMinutes(10));
        client = lab.client().pluginDirectory(Settings.PLUGINS).build();
    }

    @AfterEach
    void end() {
        client.close();
        lab.open();
        lab.simulator().resetDials();
        card.remove();
    }

    /** Where devices or the server half have a part in it; the others are those of the engine's own tests. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "WAITING_FOR_THE_PHONE",
                "CARD_REPLACED",
                "SEND_IN_FLIGHT_AND_CARD_REMOVED",
                "SIGNED_OUT_WHILE_THE_SERVER_HALF_IS_AWAY"
            })
    void nothing_of_the_former_person_arrives(Step step) throws Exception {
        assertNothingArrives(step);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void at_whatever_step_they_leave_nothing_of_the_former_person_arrives(Step step) throws Exception {
        assertNothingArrives(step);
    }

    private void assertNothingArrives(Step step) throws Exception {
        var late = step.leave(this);
        var session = nextSession(step.next());

        late.run();

        assertTrue(session.professional().isKnownAs(NEXT));
        assertEquals(200, session.send(READ).status());
        assertTrue(session.isActive());
        assertEquals(List.of(), delivered);
    }

    private static LoginRequest request(String authenticator, NationalId person) {
        var request = LoginRequest.using(authenticator);
        // A card says whose it is.
        return authenticator.equals("cps") ? request : request.withNationalId(person);
    }

    private CompletableFuture<AuthenticationSession> beginLogin() {
        return beginLogin("stub");
    }

    private CompletableFuture<AuthenticationSession> beginLogin(String authenticator) {
        var login = client.loginAsync(request(authenticator, FORMER).withProgress(delivered::add));
        login.thenAccept(delivered::add);
        return login;
    }

    private AuthenticationSession formerSession() throws Exception {
        return formerSession("stub");
    }

    private AuthenticationSession formerSessionByCard() throws Exception {
        assertTrue(card.insert());
        return formerSession("cps");
    }

    private AuthenticationSession formerSession(String authenticator) throws Exception {
        var session = approved(beginLogin(authenticator), FORMER).get();
        session.onStateChange(delivered::add);
        return session;
    }

    /** Tries again while the attempt that was cancelled still ends. What the former person was told until then is theirs. */
    private AuthenticationSession nextSession(String authenticator) {
        var begun = new AtomicBoolean();
        return Await.value("the next person is logged in", () -> {
            var login = client.loginAsync(request(authenticator, NEXT).withProgress(report -> {
                if (begun.compareAndSet(false, true)) {
                    delivered.clear();
                }
            }));
            try {
                return Optional.of(approved(login, NEXT).get());
            } catch (ExecutionException e) {
                assertEquals(
                        LoginProblem.ATTEMPT_IN_PROGRESS,
                        assertInstanceOf(PscException.class, e.getCause()).problem());
                return Optional.empty();
            }
        });
    }

    /** Waits for the end of a login that the person approves, with a poll as soon as they have. */
    private static CompletableFuture<AuthenticationSession> approved(
            CompletableFuture<AuthenticationSession> login, NationalId person) {
        Await.until("the login has ended", () -> {
            approveIfPending(person);
            return login.isDone();
        });
        return login;
    }

    private static void approveIfPending(NationalId person) {
        var asked = pending(person);
        asked.forEach(request -> lab.simulator().settle(request.id(), PendingRequest.Outcome.APPROVED));
        if (!asked.isEmpty()) {
            lab.clock().advance(POLL);
        }
    }

    private static List<PendingRequest> pending(NationalId person) {
        return lab.simulator().pending().stream()
                .filter(request -> request.nationalId().equals(person))
                .toList();
    }

    private static void awaitPending(NationalId person) {
        Await.until("somebody is asked on the phone", () -> !pending(person).isEmpty());
    }

    /** The former person confirms on the phone after all, if they are still asked there. */
    private void answerFormer() {
        approveIfPending(FORMER);
        // Whoever polls for it still, does so now; what is read next comes after that.
        lab.clock().advance(POLL);
    }

    /** A call that is under way; ends with its problem. */
    private CompletableFuture<Object> sendSlowly(AuthenticationSession session) {
        lab.shut();
        var answer = CompletableFuture.<Object>supplyAsync(
                () -> {
                    try {
                        var response = session.send(READ);
                        delivered.add(response);
                        return response;
                    } catch (PscException e) {
                        return e.problem();
                    } catch (InterruptedException e) {
                        return e;
                    }
                },
                ThreadPerTaskExecutor.INSTANCE);
        Await.until("the call is under way", lab::isAwaited);
        assertFalse(answer.isDone());
        return answer;
    }

    /** What that call ended with, now that its answer can arrive. */
    private static Object arrived(CompletableFuture<Object> answer) {
        lab.open();
        return answer.join();
    }

    private int status(AuthenticationSession session) {
        try {
            return session.send(READ).status();
        } catch (PscException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A card is seen to be gone some time after it was taken. */
    private void awaitTold(State state) {
        Await.until("the host was told of " + state, () -> delivered.contains(state));
    }

    private void mustFail(AuthenticationSession former, LoginProblem problem) {
        assertFalse(former.isActive());
        assertEquals(problem == LoginProblem.SESSION_LOCKED ? State.LOCKED : State.ENDED, former.state());
        assertEquals(
                problem,
                assertThrows(PscException.class, () -> former.send(READ)).problem());
    }
}
