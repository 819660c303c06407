package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.example.declaration.Declaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules made of the entries.
 *
 * @param accepted the declaration; empty if something must be corrected
 * @param notes by field
 * @param others those that concern no field of the form
 */
public record Checked(Optional<Declaration> accepted, Map<Field, List<Note>> notes, List<Note> others) {
    /** Nothing was checked yet. */
    public static final Checked NOT_YET = new Checked(Optional.empty(), Map.of(), List.of());

    public Checked {
        notes = Map.copyOf(notes);
        others = List.copyOf(others);
    }

    /** The remarks at a field. */
    public List<Note> at(Field field) {
        return notes.getOrDefault(field, List.of());
    }

    /** Whether something at that field must be corrected. */
    public boolean blocksAt(Field field) {
        return at(field).stream().anyMatch(Note::blocks);
    }

    /** The fields that must be corrected, in the order of the form. */
    public List<Field> blocking() {
        return fields().stream().filter(this::blocksAt).toList();
    }

    /** The fields with remarks, in the order of the form. */
    public List<Field> fields() {
        return notes.keySet().stream().sorted().toList();
    }

    /** What is wrong and no field of the form can correct. */
    public List<Note> blockingElsewhere() {
        return others.stream().filter(Note::blocks).toList();
    }
}
