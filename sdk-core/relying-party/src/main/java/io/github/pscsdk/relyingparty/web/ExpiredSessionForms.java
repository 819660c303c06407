package io.github.pscsdk.relyingparty.web;

import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Forms that come when their session is over: kept for {@link #LIFE} where the sessions are kept, the latest {@value
 * #MOST} of each professional, for them alone, in whatever browser and by whichever of their identifiers. Safe for any
 * thread.
 *
 * <p>Each page with such a form is noted under its {@link SessionId#formToken} while it is shown, which nobody else
 * knows.
 */
public final class ExpiredSessionForms {
    /** How long a form is kept, and how long after the latest end of a session its forms may come. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** How many are kept for one professional, who may have several tabs open. */
    public static final int MOST = 4;

    private static final String PREFIX = "late-form/";

    private final SessionStore store;
    private final Clock clock;

    /** The forms of one application, by the store and the clock of its relying party. */
    public ExpiredSessionForms(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that a form is shown.
     *
     * @param page what the form will be known by when it comes, such as its path; several may be open in one session
     * @param subject what it is about, for {@link ExpiredSessionForm}
     */
    public void note(PscSession session, String page, String subject) {
        store.put(
                page(session.id().formToken(), page),
                RelyingPartyJson.write(new Noted(owners(session).get(0), subject)),
                Duration.between(clock.instant(), session.expiresAt().plus(LIFE)));
    }

    /**
     * Keeps a form whose session is over; beyond {@value #MOST} of one professional the oldest goes.
     *
     * @param token what the form carries in the field {@link SessionId#FORM_FIELD}
     * @param page as it was noted
     * @param typed some kilobytes at most
     * @param now who is logged in in that browser by now: a form of somebody else is not kept
     * @return whether it is kept
     */
    public boolean keep(String token, String page, String typed, Optional<PscSession> now) {
        var noted = store.find(page(token, page))
                .flatMap(entry -> RelyingPartyJson.readIfKnown(entry.value(), Noted.class))
                .filter(known -> now.map(session -> owners(session).contains(known.owner()))
                        .orElse(true));
        noted.ifPresent(known -> {
            var form = new ExpiredSessionForm(known.subject(), typed);
            change(known.owner(), earlier -> {
                earlier.removeIf(kept -> kept.form().equals(form));
                earlier.add(0, new Kept(clock.instant().plus(LIFE).toEpochMilli(), form));
                return earlier.subList(0, Math.min(earlier.size(), MOST));
            });
        });
        return noted.isPresent();
    }

    /**
     * The forms that wait for that professional, the latest first. Each stays until it is dropped, or its time is over.
     */
    public List<ExpiredSessionForm> waiting(PscSession session) {
        return owners(session).stream()
                .flatMap(owner -> living(store.find(owner).map(StoredEntry::value)).stream())
                .map(Kept::form)
                .toList();
    }

    /** The latest of what waits for that professional. */
    public Optional<ExpiredSessionForm> find(PscSession session) {
        return waiting(session).stream().findFirst();
    }

    /** Forgets one: it was sent again, or is of no more use. */
    public void drop(PscSession session, ExpiredSessionForm form) {
        for (var owner : owners(session)) {
            change(owner, left -> {
                left.removeIf(kept -> kept.form().equals(form));
                return left;
            });
        }
    }

    /** Forgets all: they log out. */
    public void drop(PscSession session) {
        owners(session).forEach(store::take);
    }

    /** A page with a form, which is shown to the professional of that key. */
    private record Noted(String owner, String subject) {}

    /** @param until in milliseconds */
    private record Kept(long until, ExpiredSessionForm form) {}

    private record AllKept(List<Kept> forms) {}

    private List<Kept> living(Optional<byte[]> forms) {
        return forms.flatMap(bytes -> RelyingPartyJson.readIfKnown(bytes, AllKept.class)).stream()
                .flatMap(all -> all.forms().stream())
                .filter(kept -> clock.millis() < kept.until())
                .toList();
    }

    private void change(String owner, UnaryOperator<List<Kept>> change) {
        store.update(
                owner,
                LIFE,
                before -> Optional.of(change.apply(new ArrayList<>(living(before))))
                        .filter(forms -> !forms.isEmpty())
                        .map(forms -> RelyingPartyJson.write(new AllKept(forms))));
    }

    private static String page(String token, String page) {
        return key("page", token + "\n" + page);
    }

    /**
     * The professional's key by each of their identifiers, the main one first: it may have changed since a form was
     * kept.
     */
    private static List<String> owners(PscSession session) {
        return session.professional().identifiers().stream()
                .map(id -> key("all-of", session.clientId() + "\n" + id.value()))
                .toList();
    }

    private static String key(String kind, String content) {
        return PREFIX + kind + "/" + Secrets.digest(PREFIX + kind + "\n" + content);
    }
}
