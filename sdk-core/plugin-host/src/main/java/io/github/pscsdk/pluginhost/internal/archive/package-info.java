/**
 * An archive and the folder it lies in, before any of its code runs: how large it may be, what its manifest says,
 * whether it is trusted, and a copy that nobody else can change.
 */
package io.github.pscsdk.pluginhost.internal.archive;
