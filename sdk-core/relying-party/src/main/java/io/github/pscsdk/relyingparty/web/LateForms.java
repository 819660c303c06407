package io.github.pscsdk.relyingparty.web;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionStore;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Forms that come when their session is over: kept for {@link #LIFE} where the sessions are kept, one for each professional,
 * for that professional and nobody else, whatever browser they log in with. Safe for any thread.
 *
 * <p>A session that is over cannot say whose it was, so each page with such a form is noted under the form's {@link
 * FormToken} while it is shown. Nobody but who was shown that page knows the token, so nobody else can have a form kept.
 */
public final class LateForms {
    /** How long a form is kept, and how long after the latest end of a session its forms may come. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final String PREFIX = "late-form/";

    private final SessionStore store;
    private final Clock clock;

    /**
     * The forms of one application.
     *
     * @param store that of the relying party
     * @param clock that of the relying party
     */
    public LateForms(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that a form is shown.
     *
     * @param page what the form will be known by when it comes, such as its path; several may be open in one session
     * @param subject what it is about, for {@link LateForm}
     */
    public void note(PscSession session, String page, String subject) {
        put(
                page(FormToken.of(session.id()).value(), page),
                owner(session) + "\n" + URLEncoder.encode(subject, StandardCharsets.UTF_8),
                session.expiresAt().plus(LIFE));
    }

    /**
     * Keeps a form whose session is over, in the place of an earlier one of the same professional.
     *
     * @param token what the form carries in the field {@link FormToken#FIELD}
     * @param page as it was noted
     * @param typed to be kept; of some kilobytes, as everything in the store
     * @param now who is logged in in that browser by now, where somebody is: a form of somebody else is not kept
     * @return whether it is kept
     */
    public boolean keep(String token, String page, String typed, Optional<PscSession> now) {
        var noted = get(page(token, page)).map(text -> text.split("\n", 2));
        var owner = noted.map(parts -> parts[0])
                .filter(key -> now.map(LateForms::owner).map(key::equals).orElse(true));
        owner.ifPresent(
                key -> put(key, noted.get()[1] + "\n" + typed, clock.instant().plus(LIFE)));
        return owner.isPresent();
    }

    /** What waits for that professional. It stays until it is dropped, or its time is over. */
    public Optional<LateForm> find(PscSession session) {
        return get(owner(session))
                .map(text -> text.split("\n", 2))
                .map(parts -> new LateForm(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts[1]));
    }

    /** Forgets it: it was sent again, or is of no more use. */
    public void drop(PscSession session) {
        store.remove(owner(session));
    }

    private static String page(String token, String page) {
        return key("page", token + "\n" + page);
    }

    private static String owner(PscSession session) {
        return key(
                "of",
                session.clientId() + "\n" + session.professional().nationalId().value());
    }

    /** One that gives neither the token nor the professional away to who sees it go by. */
    private static String key(String kind, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((PREFIX + kind + "\n" + content).getBytes(StandardCharsets.UTF_8));
            return PREFIX + kind + "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void put(String key, String text, Instant until) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8), until);
    }

    private Optional<String> get(String key) {
        return store.get(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
