/** The authenticator {@code cps}, of the plug-in archive or given to {@code PscClientBuilder.authenticator}. */
package io.github.pscsdk.plugin.cps;
