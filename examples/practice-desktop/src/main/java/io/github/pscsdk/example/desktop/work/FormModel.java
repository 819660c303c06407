package io.github.pscsdk.example.desktop.work;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.declaration.CheckResult;
import io.github.pscsdk.example.desktop.declaration.DeclarationForm;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.declaration.PracticePlace;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import io.github.pscsdk.example.desktop.json.DraftJson;
import io.github.pscsdk.example.desktop.observe.ObservableModel;
import io.github.pscsdk.example.desktop.outbox.ItemPhase;
import io.github.pscsdk.example.desktop.outbox.OutboxItem;
import io.github.pscsdk.example.desktop.outbox.OutboxRequest;
import io.github.pscsdk.example.desktop.outbox.Receipt;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The form: one declaration at one of the professional's places. Changed by another listener only where the whole sheet is new. */
public final class FormModel extends ObservableModel {
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

    /** Takes another place; what the directory knows of it replaces what is typed of the former one. */
    public void choose(PracticePlace chosen) {
        if (place.filter(chosen::equals).isPresent()) {
            return;
        }
        keep();
        place = Optional.of(chosen);
        begin(ids.get(), OutboxRequest.HAND_OVER, blank());
    }

    /** The number of the declaration that is being corrected; empty where a new one is being written. */
    public Optional<String> corrected() {
        return request.upon().map(Receipt::number);
    }

    /** What was typed in a field. Tells nobody: whoever typed it sees it. */
    public void type(Field field, String value) {
        sheet = sheet.with(field, value);
    }

    /** Applies the rules and shows what they found. */
    public CheckResult check() {
        var checked = form.check(sheet);
        findings = checked.findings();
        changed();
        return checked;
    }

    /** Keeps what is typed as a draft, if it was changed. */
    public void keep() {
        if (!sheet.equals(kept)) {
            kept = sheet;
            outbox.keepDraft(id, title(), request, DraftJson.write(sheet));
        }
    }

    /** Hands over and begins a new declaration, or shows what stands in the way. */
    public boolean handOver() {
        var body = check().body();
        if (body.isEmpty()) {
            return false;
        }
        outbox.handOver(id, title(), request, DraftJson.write(sheet), body.get());
        begin(ids.get(), OutboxRequest.HAND_OVER, blank());
        return true;
    }

    /** Begins a new declaration at the chosen place. */
    public void anew() {
        keep();
        begin(ids.get(), OutboxRequest.HAND_OVER, blank());
    }

    /** Writes a new version of what was handed over. */
    public void correct(HandedOverDeclaration declaration) {
        keep();
        var receipt = declaration.latest().receipt().orElseThrow();
        begin(
                ids.get(),
                OutboxRequest.upon(receipt, OutboxRequest.Kind.CORRECTION),
                DraftJson.read(declaration.latest().draft()));
    }

    /** Takes a declaration up again: a draft goes on, a rejected one is the beginning of another entry. */
    public void open(OutboxItem item) {
        keep();
        begin(item.phase() == ItemPhase.DRAFT ? item.id() : ids.get(), item.request(), DraftJson.read(item.draft()));
        if (item.phase() == ItemPhase.REJECTED) {
            findings = item.remarks().stream().map(FieldFinding::of).toList();
            changed();
        }
    }

    /** Goes on where the same professional was before their session ended. */
    public void resume(FormModel before) {
        place = before.place.filter(places::contains).or(() -> place);
        begin(before.id, before.request, before.sheet);
        kept = before.kept;
    }

    private void begin(UUID next, OutboxRequest what, FieldValues content) {
        id = next;
        request = what;
        sheet = content;
        kept = content;
        findings = List.of();
        changed();
    }

    private FieldValues blank() {
        return place.map(PracticePlace::sheet).orElse(FieldValues.EMPTY);
    }

    private String title() {
        return sheet.get(Field.PLACE_NAME);
    }
}
