/** The {@code proxy-esante} command: the service, and beside it the tools for key rings, copies of sessions and exports of traces; drift watch and self-assessment are below. */
package io.github.pscsdk.proxytools;
