package io.github.pscsdk.testkit.card.internal.chip.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every file of a card, and the names of its applications. */
public final class FileTree {
    public static final String MASTER = "3F00";

    /** Short identifiers of IAS-ECC, valid in the master file (OpenSC reads EF.SN so). */
    private static final Map<Integer, String> SHORT_IDS = Map.of(0x1C, "D003", 0x1D, "2F01", 0x1E, "2F00");

    private final Map<String, CardFile> files = new LinkedHashMap<>();
    private final Map<String, String> applications;

    /**
     * A tree of these files.
     *
     * @param applications the directory that each application identifier selects
     */
    public FileTree(Collection<CardFile> all, Map<String, String> applications) {
        all.forEach(file -> files.put(file.path(), file));
        this.applications = Map.copyOf(applications);
    }

    public Optional<CardFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public Optional<CardFile> application(byte[] name) {
        return Optional.ofNullable(applications.get(Hex.text(name))).flatMap(this::at);
    }

    public Optional<CardFile> byShortId(int id) {
        return Optional.ofNullable(SHORT_IDS.get(id)).flatMap(name -> at(MASTER + name));
    }

    public CardFile master() {
        return files.get(MASTER);
    }
}
