package io.github.pscsdk.example.desktop.handover;

/**
 * What the receiver gives for a declaration that it has.
 *
 * @param number by which the receiver and the professional call the declaration, whatever its version
 * @param hash of what was handed over, by which the receiver knows the version
 */
public record Receipt(String number, String hash) {}
