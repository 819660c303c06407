package io.github.pscsdk.example.console.declaration;

/**
 * Where a declaration comes from.
 *
 * @param system name of the data set
 * @param id key of the row within it
 */
public record Source(String system, String id) {}
