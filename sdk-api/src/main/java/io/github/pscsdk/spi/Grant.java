package io.github.pscsdk.spi;

/** Proof that the server half holds a session for this login. Opaque: only the engine can make or read one. */
public interface Grant {}
