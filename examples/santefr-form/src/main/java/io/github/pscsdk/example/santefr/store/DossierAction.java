package io.github.pscsdk.example.santefr.store;

/**
 * A confirmation or a withdrawal of a declaration, as it was asked for.
 *
 * @param key the caller's name for it; the same key again means the same request again
 * @param what such as {@code withdrawal closed}; must be the same when the key is used again
 */
public record DossierAction(String key, String number, String what) {}
