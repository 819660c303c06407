package io.github.pscsdk.example.desktop.handover;

/**
 * The status of a declaration at the receiver.
 *
 * @param state as the receiver calls it, such as {@code to-check}
 * @param asksForConfirmation whether the professional is to be asked if it is still valid
 */
public record DeclarationStatus(String state, boolean asksForConfirmation) {}
