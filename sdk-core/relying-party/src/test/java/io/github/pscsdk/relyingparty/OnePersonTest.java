package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of attacks: each row changes one thing in a valid login, or in a valid refresh of its session, and every way in answers the same. The professional is A. */
class OnePersonTest {
    private static final String A = "899999100011";
    private static final String B = "899999100029";
    private static final String ADELI_OF_A = "0999999999";
    private static final String PSI = "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10";
    private static final URI REDIRECT = Lab.REDIRECT;

    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    private final CountingStore store = new CountingStore(SessionStore.inMemory(psc.time.clock));

    @AutoClose
    private final RelyingParty party = party();

    OnePersonTest() throws IOException {}

    private RelyingParty party() {
        var builder = psc.party().sessionStore(store).redirectUri(REDIRECT);
        builder.prolongsSessions = true;
        return builder.build();
    }

    /** A JSON object, with names for the values that change from run to run. */
    private Consumer<Map<String, Object>> changes(String json) throws Exception {
        var changes = JSONObjectUtils.parse(json.replace("$A", A)
                .replace("$B", B)
                .replace("$PSI", PSI)
                .replace("$EARLIER", "" + (psc.time.clock.instant().getEpochSecond() - 3_600)));
        return claims -> {
            claims.putAll(changes);
            claims.values().removeIf("absent"::equals);
        };
    }

    private interface Attempt {
        Object run() throws Exception;
    }

    /** The code of the problem, or whom the session is of. */
    private static String outcome(Attempt attempt) throws Exception {
        try {
            return attempt.run() instanceof PscSession session
                    ? session.professional().nationalId().value()
                    : "done";
        } catch (PscException e) {
            return e.problem().code();
        }
    }

    private PscSession byPhone() throws Exception {
        return psc.time.outcome(await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(new NationalId(A)), new BindingMessage("42"))));
    }

    private PscSession byCode(Consumer<Map<String, Object>> change) throws Exception {
        var login = await(party.beginBrowserLogin());
        psc.tokens(claims -> {
            claims.put("nonce", Browser.query(login.authorizationUri()).get("nonce"));
            change.accept(claims);
        });
        return await(
                party.completeBrowserLogin(URI.create(REDIRECT + "?code=abc&state=" + login.state()), login.state()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what                                  | ID token                       | UserInfo | outcome
                "nothing                                 | {}                             | {} | 899999100011",
                "an account of the same person           | {}                             | {\"otherIds\":[{\"identifiant\":\"$PSI\",\"origine\":\"PSI\"}]} | 899999100011",
                "their number without its prefix         | {}                             | {\"otherIds\":[{\"identifiant\":\"99999100011\",\"origine\":\"RPPS\"}]} | 899999100011",
                "the main number is of another register  | {}                             | {\"SubjectNameID\":\"0999999999\",\"otherIds\":[{\"identifiant\":\"$A\",\"origine\":\"RPPS\"}]} | 0999999999",
                "a token that names nobody               | {\"SubjectNameID\":\"absent\",\"preferred_username\":\"absent\"} | {} | 899999100011",
                "UserInfo of B, who is also A            | {}                             | {\"SubjectNameID\":\"$B\",\"otherIds\":[{\"identifiant\":\"$A\",\"origine\":\"RPPS\"}]} | PSC-024",
                "UserInfo of B, who is also A, spelt otherwise | {}                       | {\"SubjectNameID\":\"$B\",\"otherIds\":[{\"identifiant\":\"99999100011\",\"origine\":\"RPPS\"}]} | PSC-024",
                "UserInfo of B, by the spelling of 2022  | {}                             | {\"SubjectNameID\":\"$B\",\"otherIDs\":[{\"identifiant\":\"$A\",\"origine\":\"\"}]} | PSC-024",
                "UserInfo of A, who is also B            | {}                             | {\"otherIds\":[{\"identifiant\":\"$B\",\"origine\":\"RPPS\"}]} | PSC-024",
                "a token that names nobody, UserInfo of A and B | {\"SubjectNameID\":\"absent\",\"preferred_username\":\"absent\"} | {\"otherIds\":[{\"identifiant\":\"$B\",\"origine\":\"RPPS\"}]} | PSC-024",
                "two ADELI numbers                       | {}                             | {\"otherIds\":[{\"identifiant\":\"0999999999\",\"origine\":\"ADELI\"},{\"identifiant\":\"0999999998\",\"origine\":\"ADELI\"}]} | PSC-024",
                "two accounts                            | {}                             | {\"otherIds\":[{\"identifiant\":\"$PSI\",\"origine\":\"PSI\"},{\"identifiant\":\"11111111-2222-4333-8444-555555555555\",\"origine\":\"PSI\"}]} | PSC-024",
                "UserInfo of B                           | {}                             | {\"SubjectNameID\":\"$B\"} | PSC-024",
                "UserInfo of another sub                 | {}                             | {\"sub\":\"another\"} | PSC-024",
                "UserInfo that shares no register        | {\"SubjectNameID\":\"1234567891/77\",\"preferred_username\":\"absent\"} | {} | PSC-024",
                "a token signed for B                    | {\"SubjectNameID\":\"$B\"}      | {} | PSC-024",
                "a user name of B                        | {\"preferred_username\":\"$B\"} | {} | PSC-024",
                "a token that names no identifier        | {\"SubjectNameID\":\"x y\"}     | {} | PSC-024",
                "a token signed for another account      | {\"SubjectNameID\":\"11111111-2222-4333-8444-555555555555\"} | {\"otherIds\":[{\"identifiant\":\"$PSI\",\"origine\":\"PSI\"}]} | PSC-024",
                "a token of another issuer               | {\"iss\":\"https://another.example.test/realm\"} | {} | PSC-023",
                "a token for another client              | {\"aud\":\"another\"}           | {} | PSC-023",
            })
    void a_login_opens_for_one_person_or_not_at_all(String what, String token, String userInfo, String expected)
            throws Exception {
        var told = JSONObjectUtils.parse(HandMadePsc.userInfo());
        changes(userInfo).accept(told);
        psc.answer("/userinfo", JSONObjectUtils.toJSONString(told));
        psc.tokens(changes(token));

        var outcomes = new TreeMap<String, String>();
        outcomes.put("phone", outcome(this::byPhone));
        outcomes.put("code", outcome(() -> byCode(changes(token))));

        assertEquals(new TreeMap<>(Map.of("phone", expected, "code", expected)), outcomes);
        if (expected.startsWith("PSC")) {
            assertEquals(Set.of(), store.kept());
            psc.time.settle();
            assertEquals(2, psc.count("/logout"), "what PSC had opened was ended there");
        }
    }

    @Test
    void who_was_asked_and_somebody_else_who_answers_are_two_people() throws Exception {
        var told = JSONObjectUtils.parse(HandMadePsc.userInfo());
        changes("{\"SubjectNameID\":\"$B\"}").accept(told);
        psc.answer("/userinfo", JSONObjectUtils.toJSONString(told));
        psc.tokens(changes("{\"SubjectNameID\":\"$B\",\"preferred_username\":\"$B\"}"));

        assertEquals("PSC-004", outcome(this::byPhone));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing                     | {}                             | done",
                "a later auth_time           | {}                             | done",
                "a token that names nobody   | {\"SubjectNameID\":\"absent\",\"preferred_username\":\"absent\"} | done",
                "no auth_time                | {\"auth_time\":\"absent\"}      | done",
                "another sid                 | {\"sid\":\"of-the-refresh\"}    | done",
                "their ADELI number          | {\"SubjectNameID\":\"0999999999\"} | done",
                "another sub                 | {\"sub\":\"another\"}           | PSC-053",
                "another sub, named as A     | {\"sub\":\"77777777-8888-4999-8aaa-bbbbbbbbbbbb\"} | PSC-053",
                "a token signed for B        | {\"SubjectNameID\":\"$B\",\"preferred_username\":\"$B\"} | PSC-053",
                "a user name of B            | {\"preferred_username\":\"$B\"} | PSC-053",
                "an unknown register         | {\"SubjectNameID\":\"somebody-else\"} | PSC-053",
                "no identifier at all        | {\"SubjectNameID\":\"x y\"}     | PSC-053",
                "an earlier auth_time        | {\"auth_time\":$EARLIER}       | PSC-053",
                "a nonce, where none was sent | {\"nonce\":\"another\"}        | PSC-053",
                "another issuer              | {\"iss\":\"https://another.example.test/realm\"} | PSC-053",
                "another client              | {\"aud\":\"another\"}           | PSC-053",
                "one more client             | {\"aud\":[\"editeur-demo\",\"another\"]} | PSC-053",
                "no client                   | {\"aud\":\"absent\"}            | PSC-053",
                "another access token        | {\"at_hash\":\"another\"}       | PSC-023",
                "a logout token              | {\"typ\":\"Logout\"}           | PSC-023",
            })
    void a_session_goes_on_as_it_began_or_ends(String what, String token, String expected) throws Exception {
        var ways = Map.<String, Consumer<PscSession>>of(
                "refresh", session -> {},
                "activity", session -> party.session(session.id()),
                "exchange",
                        session -> party.exchange(
                                session.id(),
                                ApiAudience.of("api", URI.create(psc.issuer() + "/exchange"), Lab.API_CLIENT)));
        for (var way : new TreeMap<>(ways).entrySet()) {
            psc.tokens(claims -> {});
            var session = byPhone();
            psc.time.clock.advance(Duration.ofMinutes(11));
            psc.tokens(changes(token), "\"refresh_token\":\"of-the-refresh\",");
            var userInfos = psc.count("/userinfo");
            var logouts = psc.count("/logout");
            var exchanges = psc.count("/exchange");

            way.getValue().accept(session);
            psc.time.settle();
            var told = outcome(() -> {
                if (way.getKey().equals("refresh")) {
                    await(party.refresh(session.id()));
                    return "done";
                }
                return await(party.requireSession(session.id())).equals(session) ? "done" : "changed";
            });

            // Whoever comes later is told that it has ended, and not by which check.
            var later = expected.equals("PSC-023") && !way.getKey().equals("refresh") ? "PSC-053" : expected;
            assertEquals(later, told, way.getKey());
            assertEquals(userInfos, psc.count("/userinfo"), "UserInfo tells nothing of it");
            psc.time.settle();
            if (expected.equals("done")) {
                assertEquals(session, await(party.requireSession(session.id())), "its end has not moved");
                await(party.signOut(session.id()));
            } else {
                assertEquals(exchanges, psc.count("/exchange"), "nothing is asked with the new tokens");
                assertEquals(
                        logouts + 2,
                        psc.count("/logout"),
                        "both what it had and what it was granted are over at PSC, too");
                assertEquals("PSC-053", outcome(() -> await(party.requireSession(session.id()))));
            }
        }
    }

    @Test
    void a_level_that_is_not_accepted_ends_the_session_at_once() throws Exception {
        var session = byPhone();
        try (var strict = psc.party()
                .sessionStore(store)
                .acrPolicy(AcrPolicy.accepting(Set.of("eidas2")))
                .build()) {
            assertEquals("PSC-048", outcome(() -> await(strict.refresh(session.id()))));
        }

        psc.time.settle();
        assertEquals("PSC-053", outcome(() -> await(party.requireSession(session.id()))));
        assertTrue(psc.count("/logout") > 0, "it is over at PSC, too");
    }
}
