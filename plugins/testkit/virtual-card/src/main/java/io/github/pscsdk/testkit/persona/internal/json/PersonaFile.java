package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code personas.json}, once. */
public final class PersonaFile {
    private static final List<PersonaEntry> ENTRIES = read();

    /** Each <i>exercice</i> under a name, as in UserInfo, and the personas in the order of the documentation. */
    private record File(Map<String, ObjectNode> practices, List<PersonaEntry.Row> personas) {}

    private PersonaFile() {}

    /** Every fictitious professional, in the order of the file. */
    public static List<PersonaEntry> entries() {
        return ENTRIES;
    }

    public static Optional<PersonaEntry> find(String nationalId) {
        return ENTRIES.stream()
                .filter(entry -> entry.persona().nationalId().value().equals(nationalId))
                .findFirst();
    }

    private static List<PersonaEntry> read() {
        var mapper = JsonMapper.builder().build();
        try (var in = PersonaFile.class.getResourceAsStream("personas.json")) {
            var file = mapper.readValue(in, File.class);
            return file.personas().stream()
                    .map(row -> new PersonaEntry(
                            row,
                            row.practices().stream().map(file.practices()::get).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("personas.json cannot be read", e);
        }
    }
}
