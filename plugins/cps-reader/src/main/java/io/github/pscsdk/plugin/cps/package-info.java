/**
 * The authenticator {@code cps}: the holder of the card in the reader logs in. Loaded by the engine from the plug-in
 * archive; also usable as it is, by {@code PscClientBuilder.authenticator}.
 */
package io.github.pscsdk.plugin.cps;
