/**
 * The authenticator {@code cps}: logs in the holder of the card in the reader. It reads who the card belongs to, without its code, lets
 * the card go and has Pro Santé Connect ask; the code porteur is typed in CPS-Gestion or in the browser and never seen here.
 *
 * <p>Loaded by the engine from the plug-in archive; also usable as it is, by {@code PscClientBuilder.authenticator}.
 */
package io.github.pscsdk.plugin.cps;
