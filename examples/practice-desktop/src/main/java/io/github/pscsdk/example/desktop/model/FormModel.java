package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.EarlierAnswers;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The form: one declaration at one of the professional's places, a step at a time. The rules are the receiver's, so
 * that it has nothing to add.
 *
 * <p>Another declaration comes only once this one is kept, and an outcome is told only once it is on the disk.
 */
public final class FormModel extends ObservableModel {
    /** The outcome of the last button: none while somebody types; else the draft, or the hand-over, is on the disk. */
    public enum Outcome {
        NONE,
        SAVED,
        HANDED_OVER
    }

    private final DeclarationCheck rules = new DeclarationCheck(Eligibility.current());
    private final Professional professional;
    private final Rights rights;
    private final List<Workplace> places;
    private final OutboxModel outbox;
    private final Set<UUID> mayBeHandedOver = new HashSet<>();
    private Optional<Workplace> place;
    private OutboxRequest request;
    private OutboxRequest kept;
    private OutboxRequest blank;
    private FormStep step;
    private List<Finding> findings;
    private Outcome outcome;
    private Optional<Problem> failure;

    public FormModel(Professional professional, OutboxModel outbox) {
        this.professional = professional;
        rights = Eligibility.current().rights(Caller.of(professional));
        this.outbox = outbox;
        places = professional.practices().stream()
                .flatMap(practice -> practice.workplaces().stream())
                .distinct()
                .toList();
        place = places.stream().findFirst();
        beginBlank();
        outbox.onChange(this::learnEarlierAnswers);
    }

    /** The places to choose from, since Pro Santé Connect tells all of them and chooses none. */
    public List<Workplace> places() {
        return places;
    }

    public Optional<Workplace> place() {
        return place;
    }

    public Declaration content() {
        return request.content();
    }

    public FormStep step() {
        return step;
    }

    public Rights rights() {
        return rights;
    }

    /** The findings of the last check, in the order of the form; without those on spelling alone. */
    public List<Finding> findings() {
        return findings;
    }

    /** The findings on the fields of this step; at the last step all of them. */
    public List<SummaryLine> summary() {
        return SummaryLine.of(findings, DeclarationForm.fields(content())).stream()
                .filter(line -> step == FormStep.CHECK || line.step() == step)
                .toList();
    }

    /** Whether a finding on this step stands in the way. */
    public boolean isStopped() {
        return summary().stream().anyMatch(SummaryLine::isError);
    }

    /** Whether a field must stay: a declaration that was handed over keeps its place. */
    public boolean isFixed(FormField field) {
        return corrected().isPresent() && field.is(Mark.IDENTITY);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Why the declaration could be neither kept nor handed over: it stands here and nowhere else. */
    public Optional<Problem> failure() {
        return failure;
    }

    /** The number of the declaration that is being corrected; empty where a new one is being written. */
    public Optional<String> corrected() {
        return request.upon().map(Receipt::number);
    }

    /** Takes another place; what the directory knows of it replaces what is typed of the former one. */
    public void choose(Workplace chosen) {
        if (place.filter(chosen::equals).isEmpty()) {
            onceKept(() -> {
                place = Optional.of(chosen);
                beginBlank();
            });
        }
    }

    /** Takes the values of a field. Tells nobody: the person who typed them sees them. */
    public void type(FormField field, List<String> values) {
        write(new FieldValues(Map.of(field.path(), values)).in(content(), List.of(field)));
    }

    /** Changes several fields by one press. */
    public void change(UnaryOperator<Declaration> change) {
        write(change.apply(content()));
        tell(Outcome.NONE);
    }

    /** Takes what the rules suggest for a field, and checks again. */
    public void accept(FormField field) {
        write(DeclarationForm.accepted(content(), field.path(), findings));
        check();
        tell(Outcome.NONE);
    }

    private void write(Declaration typed) {
        if (!typed.equals(content())) {
            // A hand-over is never rewritten, nor one that failed and may be on the disk all the same.
            request = (mayBeHandedOver.contains(request.id()) ? request.anew() : request).with(typed);
        }
    }

    public void go(FormStep other) {
        step = other;
        if (other == FormStep.CHECK) {
            check();
        }
        tell(Outcome.NONE);
    }

    /** Shows the next step, unless something on this one stands in the way. */
    public void next() {
        check();
        if (isStopped()) {
            tell(Outcome.NONE);
        } else {
            findings = List.of();
            go(step.next());
        }
    }

    private Optional<Declaration> check() {
        var checked = rules.check(content(), Caller.of(professional));
        find(checked.findings());
        return checked.normalised();
    }

    private void find(List<Finding> found) {
        findings = SummaryLine.of(found, DeclarationForm.fields(content())).stream()
                .map(SummaryLine::finding)
                .toList();
    }

    /** Keeps what is typed as a draft, if it was changed. */
    public void keep() {
        onceKept(() -> tell(Outcome.SAVED));
    }

    /**
     * Goes on once the typed text is kept. Where it cannot be kept, everything stays as it is and tells why; asked
     * again after that, it goes on all the same.
     */
    public void leave(Runnable next) {
        if (failure.isPresent()) {
            next.run();
        } else {
            onceKept(next);
        }
    }

    private void onceKept(Runnable next) {
        if (kept.equals(request)) {
            next.run();
            return;
        }
        tell(Outcome.NONE);
        var keeping = request;
        outbox.keepDraft(keeping, problem -> {
            if (problem.isPresent()) {
                tell(Outcome.NONE, problem);
            } else if (keeping.id().equals(request.id())) {
                kept = keeping;
                // Somebody may have typed on.
                onceKept(next);
            } else {
                next.run();
            }
        });
    }

    /** Hands over, or shows what stands in the way. A new declaration is begun once the hand-over is on the disk. */
    public void handOver() {
        var normalised = check();
        tell(Outcome.NONE);
        normalised.map(DeclarationDocument::canonical).ifPresent(this::handOver);
    }

    private void handOver(String body) {
        var sent = request.id();
        mayBeHandedOver.add(sent);
        outbox.handOver(request, body, problem -> {
            if (problem.isPresent()) {
                tell(Outcome.NONE, problem);
                return;
            }
            // Unless somebody has typed on, or taken another one up.
            if (sent.equals(request.id())) {
                beginBlank();
            }
            tell(Outcome.HANDED_OVER);
        });
    }

    public void anew() {
        onceKept(this::beginBlank);
    }

    public void correct(HandedOverDeclaration declaration) {
        onceKept(() -> begin(declaration.request(Kind.CORRECTION)));
    }

    /** The same once more, to be handed over at one press: a new version; after a withdrawal a new declaration. */
    public void again(HandedOverDeclaration declaration) {
        onceKept(() -> {
            var former = declaration.latest().content();
            begin(
                    declaration.isWithdrawn()
                            ? OutboxRequest.handOver(EarlierAnswers.anew(former))
                            : declaration.request(Kind.CORRECTION));
            go(FormStep.CHECK);
        });
    }

    /** Takes a declaration up again: a draft goes on, a rejected one begins another entry, with its remarks. */
    public void open(DeclarationItem item) {
        onceKept(() -> {
            begin(item.phase() == Phase.DRAFT ? item.request() : item.request().anew());
            if (item.phase() == Phase.REJECTED) {
                find(item.remarks());
            } else if (content().source().isPresent()) {
                // Of an imported row, nobody has seen the findings in the form yet.
                check();
            }
            findings.stream().findFirst().ifPresent(first -> step = DeclarationForm.stepOf(first.field(), content()));
            changed();
        });
    }

    /** Goes on where the same professional was before their session ended. */
    public void resume(FormModel before) {
        place = before.place.filter(places::contains).or(() -> place);
        mayBeHandedOver.addAll(before.mayBeHandedOver);
        begin(before.request);
        kept = before.kept;
        blank = before.blank;
        go(before.step);
        tell(Outcome.NONE, before.failure);
    }

    private void beginBlank() {
        blank = OutboxRequest.handOver(prefilled());
        begin(blank);
    }

    private void begin(OutboxRequest next) {
        request = next;
        kept = next;
        step = FormStep.PLACE;
        findings = List.of();
        tell(Outcome.NONE);
    }

    private void tell(Outcome now) {
        tell(now, Optional.empty());
    }

    private void tell(Outcome now, Optional<Problem> problem) {
        outcome = now;
        failure = problem;
        changed();
    }

    /** The outbox is read late: as long as nothing is typed, the answers of the last declaration come in. */
    private void learnEarlierAnswers() {
        var learned = blank.with(prefilled());
        if (request.equals(blank) && !learned.equals(blank)) {
            blank = learned;
            request = learned;
            kept = learned;
            changed();
        }
    }

    private Declaration prefilled() {
        var told = place.map(chosen -> rules.prefilled(DirectoryPlaces.declaration(professional, chosen)))
                .orElseGet(() -> DirectoryPlaces.nowhere(professional));
        var earlier =
                outbox.handedOver().stream().map(one -> one.latest().content()).toList();
        var may = List.copyOf(rights.kinds());
        var kinds = earlier.stream()
                .limit(1)
                .flatMap(last -> last.offers().stream())
                .map(Offer::shownKind)
                .filter(may::contains)
                .toList();
        return EarlierAnswers.into(told, kinds.isEmpty() && may.size() == 1 ? may : kinds, earlier);
    }
}
