package io.github.pscsdk.example.santefr.dossier;

/** The revision of a dossier that the caller saw, so that no newer one is overwritten. */
public record SeenRevision(String number, int revision) {}
