package io.github.pscsdk.example.declaration.rules;

/** What a finding means for the declaration. */
public enum Severity {
    /** Error: the declaration is rejected. */
    E,
    /** Warning: accepted, and shown to the professional. */
    W,
    /** Normalised: accepted, written in the form's own spelling. */
    N
}
