/** Waiting: the only place where this plug-in pauses, and where work that ignores interruption is waited for by somebody who does not. */
package io.github.pscsdk.plugin.cps.internal.time;
