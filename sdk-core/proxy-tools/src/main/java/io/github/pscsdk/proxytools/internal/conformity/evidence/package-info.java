/**
 * What can be read without anything running: the proxy's configuration file, traces, and what is installed on workstations.
 *
 * <p>Reads only. Findings hold counts and names of classes, never what a file says of a person or of a secret. Stateless; safe
 * for any thread.
 */
package io.github.pscsdk.proxytools.internal.conformity.evidence;
