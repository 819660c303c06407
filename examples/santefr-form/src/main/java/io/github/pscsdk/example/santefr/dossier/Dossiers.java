package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.imports.Importer;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.store.DossierException;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierException.TooManyDraftsException;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The dossiers of whoever asks, and the events in their lives but for the {@linkplain HandOvers hand-over}. */
public final class Dossiers {
    /** How many drafts are kept for one professional where nothing else is configured: most have one place or two. */
    public static final int MOST_DRAFTS = 200;

    private final DossierStore store;
    private final Eligibility eligibility;
    private final DeclarationCheck check;
    private final LifeCycle life;
    private final int mostDrafts;
    private final HandOvers handOvers;

    /**
     * The dossiers in a store.
     *
     * @param eligibility who may declare what
     * @param clock stamps versions
     * @param mostDrafts how many of one professional are kept, at least one; what was handed over does not count
     */
    public Dossiers(DossierStore store, Eligibility eligibility, Clock clock, int mostDrafts) {
        this.store = store;
        this.eligibility = eligibility;
        this.check = new DeclarationCheck(eligibility);
        // Milliseconds, as the columns hold them: a version reads the same today and after a restart.
        var stamp = Clock.tick(clock, Duration.ofMillis(1));
        this.life = new LifeCycle(check, stamp);
        this.mostDrafts = mostDrafts;
        this.handOvers = new HandOvers(store, this);
    }

    public HandOvers handOvers() {
        return handOvers;
    }

    public Imports imports() {
        return new Imports(this);
    }

    public Rights rights(Caller caller) {
        return eligibility.rights(caller);
    }

    /** The modes of practice in which one declares, by their codes. */
    public Set<String> selfEmployedModes() {
        return eligibility.modes();
    }

    /** All of the caller's, the newest first. */
    public List<StoredDossier> of(Caller caller) {
        return store.all(caller.key()).stream().map(this::reviewed).toList();
    }

    /** One of the caller's. */
    public StoredDossier find(String number, Caller caller) throws NoSuchDossierException {
        return reviewed(store.find(number, caller.key()).orElseThrow(NoSuchDossierException::new));
    }

    public List<Finding> findings(Declaration declaration, Caller caller) {
        return check(declaration, caller).findings();
    }

    /** The same with the declaration in canonical spelling, if it has no error. */
    public Outcome check(Declaration declaration, Caller caller) {
        return check.check(declaration, caller);
    }

    /** A place as a directory tells it, but for what the rules refuse. */
    public Declaration prefilled(Declaration told) {
        return check.prefilled(told);
    }

    public boolean asksForConfirmation(StoredDossier kept) {
        return life.asksForConfirmation(kept.dossier());
    }

    public StoredDossier create(Declaration content, Caller caller)
            throws EventRefusedException, TooManyDraftsException {
        return store.add(life.create(content, caller), mostDrafts);
    }

    public int mostDrafts() {
        return mostDrafts;
    }

    public StoredDossier edit(SeenRevision seen, Declaration content, Caller caller)
            throws EventRefusedException, DossierException {
        return change(seen, caller, dossier -> life.edit(dossier, content, caller));
    }

    public StoredDossier confirm(SeenRevision seen, Caller caller) throws EventRefusedException, DossierException {
        return change(seen, caller, dossier -> life.confirm(dossier, caller));
    }

    public StoredDossier withdraw(SeenRevision seen, WithdrawalReason reason, Caller caller)
            throws EventRefusedException, DossierException {
        return change(seen, caller, dossier -> life.withdraw(dossier, caller, reason));
    }

    Importer importer(Caller caller, Bounds bounds) {
        return new Importer(check, caller, bounds);
    }

    LifeCycle life() {
        return life;
    }

    /** One of the caller's, if it is still as they saw it. */
    public StoredDossier seen(SeenRevision seen, Caller caller) throws NoSuchDossierException, StaleRevisionException {
        var kept = find(seen.number(), caller);
        if (kept.revision() != seen.revision()) {
            throw new StaleRevisionException();
        }
        return kept;
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException;
    }

    private StoredDossier change(SeenRevision seen, Caller caller, Event event)
            throws EventRefusedException, DossierException {
        var before = seen(seen, caller);
        return store.replace(before, event.on(before.dossier()));
    }

    /**
     * As time has made it. That is not kept: it follows from the clock each time, and a dossier that somebody has open
     * must not change under their hands.
     */
    private StoredDossier reviewed(StoredDossier kept) {
        return new StoredDossier(kept.number(), kept.revision(), life.review(kept.dossier()));
    }
}
