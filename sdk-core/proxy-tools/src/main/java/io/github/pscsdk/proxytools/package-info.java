/**
 * The {@code proxy-esante} command: the service, and beside it the drift watch and the tools for key rings, copies of
 * sessions and exports of traces.
 */
@NullMarked
package io.github.pscsdk.proxytools;

import org.jspecify.annotations.NullMarked;
