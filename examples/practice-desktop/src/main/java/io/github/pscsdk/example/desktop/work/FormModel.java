package io.github.pscsdk.example.desktop.work;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.declaration.CheckResult;
import io.github.pscsdk.example.desktop.declaration.DeclarationForm;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.declaration.PracticePlace;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.example.desktop.json.DraftJson;
import io.github.pscsdk.example.desktop.observe.ObservableModel;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The form: one declaration at one of the professional's places. Changed by another listener only where the whole sheet is new.
 *
 * <p>Another sheet comes only once this one is kept, and an outcome is told only once it is on the disk.
 */
public final class FormModel extends ObservableModel {
    /** What became of the last button that was pressed. */
    public enum Outcome {
        /** Nothing to tell: the sheet is new, or somebody types. */
        NONE,
        /** It can be handed over. */
        FINE,
        /** It can be handed over, and there are remarks to read. */
        REMARKS,
        /** It cannot be handed over. */
        WRONG,
        /** The draft is on the disk. */
        SAVED,
        /** The hand-over is on the disk; the form is a new one. */
        HANDED_OVER
    }

    private final DeclarationForm form;
    private final List<PracticePlace> places;
    private final OutboxModel outbox;
    private final Supplier<UUID> ids;
    private Optional<PracticePlace> place;
    private FieldValues sheet;
    private FieldValues kept;
    private UUID id;
    private OutboxRequest request = OutboxRequest.HAND_OVER;
    private List<FieldFinding> findings = List.of();
    private Outcome outcome = Outcome.NONE;
    private Optional<Problem> failure = Optional.empty();
    private boolean mayBeHandedOver;

    /** @param ids draws the id of each new declaration */
    public FormModel(Professional professional, OutboxModel outbox, Supplier<UUID> ids) {
        form = new DeclarationForm(professional);
        places = PracticePlace.of(professional);
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.ids = Objects.requireNonNull(ids, "ids");
        place = places.stream().findFirst();
        id = ids.get();
        sheet = blank();
        kept = sheet;
    }

    /** The places to choose from. */
    public List<PracticePlace> places() {
        return places;
    }

    /** The chosen one; empty where there is none to choose. */
    public Optional<PracticePlace> place() {
        return place;
    }

    /** What is typed. */
    public FieldValues sheet() {
        return sheet;
    }

    /** Why the professional may declare nothing. */
    public Optional<String> refusal(Language language) {
        return form.refusal(language);
    }

    /** The findings on a field. */
    public List<FieldFinding> findings(Optional<Field> field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .toList();
    }

    /** Whether something stands in the way of handing over, by the last check. */
    public boolean isRejected() {
        return findings.stream().anyMatch(FieldFinding::rejecting);
    }

    /** What became of the last button. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why the sheet could be neither kept nor handed over: it stands here and nowhere else. */
    public Optional<Problem> failure() {
        return failure;
    }

    /** Takes another place; what the directory knows of it replaces what is typed of the former one. */
    public void choose(PracticePlace chosen) {
        if (place.filter(chosen::equals).isPresent()) {
            return;
        }
        onceKept(() -> {
            place = Optional.of(chosen);
            begin(ids.get(), OutboxRequest.HAND_OVER, blank());
        });
    }

    /** The number of the declaration that is being corrected; empty where a new one is being written. */
    public Optional<String> corrected() {
        return request.upon().map(Receipt::number);
    }

    /** What was typed in a field. Tells nobody: whoever typed it sees it. */
    public void type(Field field, String value) {
        if (mayBeHandedOver && !value.equals(sheet.get(field))) {
            // What is being handed over is never rewritten, nor what failed and may be on the disk all the same.
            mayBeHandedOver = false;
            id = ids.get();
            kept = FieldValues.EMPTY;
        }
        sheet = sheet.with(field, value);
    }

    /** Applies the rules and shows what they found. */
    public CheckResult check() {
        var checked = form.check(sheet);
        findings = checked.findings();
        tell(isRejected() ? Outcome.WRONG : findings.isEmpty() ? Outcome.FINE : Outcome.REMARKS);
        return checked;
    }

    /** Keeps what is typed as a draft, if it was changed. */
    public void keep() {
        onceKept(() -> tell(Outcome.SAVED));
    }

    /**
     * Goes on once what is typed is kept. Where it cannot be kept, everything stays as it is and tells why; asked again after that, it
     * goes on all the same.
     */
    public void leave(Runnable next) {
        if (failure.isPresent()) {
            next.run();
        } else {
            onceKept(next);
        }
    }

    private void onceKept(Runnable next) {
        if (sheet.equals(kept)) {
            next.run();
            return;
        }
        tell(Outcome.NONE);
        var keeping = sheet;
        var keepingId = id;
        outbox.keepDraft(id, title(), request, DraftJson.write(sheet), problem -> {
            if (problem.isPresent()) {
                fail(problem.get());
            } else if (keepingId.equals(id)) {
                kept = keeping;
                // Somebody may have typed on.
                onceKept(next);
            } else {
                next.run();
            }
        });
    }

    /**
     * Hands over, or shows what stands in the way. A new declaration is begun once the hand-over is on the disk.
     *
     * @return whether nothing stands in the way
     */
    public boolean handOver() {
        var body = check().body();
        if (body.isEmpty()) {
            return false;
        }
        tell(Outcome.NONE);
        mayBeHandedOver = true;
        var sentId = id;
        outbox.handOver(id, title(), request, DraftJson.write(sheet), body.get(), problem -> {
            if (problem.isPresent()) {
                fail(problem.get());
                return;
            }
            // Unless somebody has typed on, or taken another sheet up.
            if (sentId.equals(id)) {
                begin(ids.get(), OutboxRequest.HAND_OVER, blank());
            }
            tell(Outcome.HANDED_OVER);
        });
        return true;
    }

    /** Begins a new declaration at the chosen place. */
    public void anew() {
        onceKept(() -> begin(ids.get(), OutboxRequest.HAND_OVER, blank()));
    }

    /** Writes a new version of what was handed over. */
    public void correct(HandedOverDeclaration declaration) {
        var receipt = declaration.latest().receipt().orElseThrow();
        onceKept(() -> begin(
                ids.get(),
                OutboxRequest.upon(receipt, OutboxRequest.Kind.CORRECTION),
                DraftJson.read(declaration.latest().draft())));
    }

    /** Takes a declaration up again: a draft goes on, a rejected one is the beginning of another entry. */
    public void open(DeclarationItem item) {
        onceKept(() -> {
            begin(item.phase() == Phase.DRAFT ? item.id() : ids.get(), item.request(), DraftJson.read(item.draft()));
            if (item.phase() == Phase.REJECTED) {
                findings = item.remarks().stream().map(FieldFinding::of).toList();
                changed();
            }
        });
    }

    /** Goes on where the same professional was before their session ended. */
    public void resume(FormModel before) {
        place = before.place.filter(places::contains).or(() -> place);
        begin(before.id, before.request, before.sheet);
        kept = before.kept;
    }

    private void begin(UUID next, OutboxRequest what, FieldValues content) {
        id = next;
        mayBeHandedOver = false;
        request = what;
        sheet = content;
        kept = content;
        findings = List.of();
        tell(Outcome.NONE);
    }

    private void tell(Outcome now) {
        outcome = now;
        failure = Optional.empty();
        changed();
    }

    private void fail(Problem problem) {
        outcome = Outcome.NONE;
        failure = Optional.of(problem);
        changed();
    }

    private FieldValues blank() {
        return place.map(form::prefilled).orElse(FieldValues.EMPTY);
    }

    private String title() {
        return sheet.get(Field.PLACE_NAME);
    }
}
