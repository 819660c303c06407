package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.dossier.DraftImporter.RowOutcome;

/** How states and remarks look: the names of their classes in the style sheet. */
public final class StyleClass {
    private StyleClass() {}

    public static String of(State state) {
        return switch (state) {
            case DRAFT -> "written";
            case HANDED_OVER -> "public";
            case TO_CHECK -> "doubtful";
            case WITHDRAWN -> "over";
        };
    }

    public static String of(RowOutcome result) {
        return switch (result) {
            case BEGUN -> "public";
            case KNOWN -> "written";
            case TO_CORRECT, OVER_LIMIT -> "doubtful";
            case REJECTED -> "rejected";
        };
    }

    public static String of(Severity severity) {
        return switch (severity) {
            case E -> "error";
            case W -> "warning";
            case N -> "told";
        };
    }
}
