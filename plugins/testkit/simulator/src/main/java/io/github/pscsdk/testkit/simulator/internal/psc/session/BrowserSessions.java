package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.PromptParameterUse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that browsers keep by a cookie (pro-sante-connect, section 15.5). Only a login in a browser makes one; a
 * login by the back channel has a session without a cookie. Cookies ignore ports, so both origins see the same one.
 */
public final class BrowserSessions {
    private static final String COOKIE = "psc-simulator-session";

    private final Map<String, RealmSession> byCookie = new ConcurrentHashMap<>();
    private final Realm realm;

    public BrowserSessions(Realm realm) {
        this.realm = realm;
    }

    public Realm realm() {
        return realm;
    }

    public Optional<RealmSession> find(IncomingRequest browser) {
        return browser.cookie(COOKIE)
                .filter(value ->
                        realm.simulation().dials().value(Dial.BROWSER_SESSION).orElse(true))
                .map(byCookie::get)
                .filter(session -> session.isLive(realm.simulation().now()));
    }

    /** The session after a login at the page; while there is another person's, none unless a dial says so. */
    public Optional<RealmSession> logIn(IncomingRequest browser, PersonaEntry asked, String authMode) {
        var former = find(browser);
        if (former.isEmpty()) {
            return Optional.of(realm.open(asked, authMode));
        }
        var person = realm.answering(asked).persona().nationalId();
        if (former.get().person().persona().nationalId().equals(person)) {
            former.get().reauthenticate(authMode);
            return former;
        }
        if (!realm.simulation().dials().is(Dial.PROMPT, PromptParameterUse.ANYBODY)) {
            return Optional.empty();
        }
        realm.end(former.get());
        return Optional.of(realm.open(asked, authMode));
    }

    /** Gives the browser the cookie of a session, where it has not got it yet. */
    public Reply keep(RealmSession session, IncomingRequest browser, Reply reply) {
        if (!realm.simulation().dials().value(Dial.BROWSER_SESSION).orElse(true)
                || find(browser).equals(Optional.of(session))) {
            return reply;
        }
        var value = realm.simulation().journal().drawSecret();
        byCookie.put(value, session);
        return reply.withHeader("Set-Cookie", COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }
}
