package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declaration of one professional for one place, with all its versions. Nothing is ever taken out.
 *
 * @param professional whose it is, see {@link io.github.pscsdk.example.declaration.Caller#key}
 * @param versions from the first to the latest; at least one
 */
public record Dossier(String professional, List<Version> versions) {
    public Dossier {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a dossier has a version");
        }
    }

    public Version latest() {
        return versions.get(versions.size() - 1);
    }

    public State state() {
        return latest().state();
    }

    /**
     * The version that the public sees: the last that was handed over, even while a newer one is being written; nothing
     * before that, and after a withdrawal.
     */
    public Optional<Version> published() {
        return state() == State.WITHDRAWN ? Optional.empty() : lastShown();
    }

    /** The version that a withdrawal is made of, before it and after: the last handed over, or the only draft. */
    public Version beforeWithdrawal() {
        return lastShown().orElse(versions.get(0));
    }

    private Optional<Version> lastShown() {
        return versions.stream().filter(Version::isShown).reduce((first, second) -> second);
    }

    /** The same with another in the place of the version of that number, or after the latest. */
    Dossier with(Version version) {
        var changed = new ArrayList<>(versions);
        if (version.number() > changed.size()) {
            changed.add(version);
        } else {
            changed.set(version.number() - 1, version);
        }
        return new Dossier(professional, changed);
    }

    int nextNumber() {
        return versions.size() + 1;
    }

    @Override
    public String toString() {
        return "Dossier[" + versions.size() + " versions, " + state() + "]";
    }
}
