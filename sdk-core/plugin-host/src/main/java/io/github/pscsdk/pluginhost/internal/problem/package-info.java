/** Exceptions and texts of plug-ins, copied and bounded, so that no code and no class of a plug-in reaches the host. */
package io.github.pscsdk.pluginhost.internal.problem;
