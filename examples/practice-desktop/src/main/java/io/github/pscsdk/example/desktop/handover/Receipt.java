package io.github.pscsdk.example.desktop.handover;

/** The number of a declaration at the receiver, whatever its version, and the hash of the version. */
public record Receipt(String number, String hash) {}
