/** What plug-ins throw and say, copied and bounded, so that no code and no class of theirs reaches the host. */
package io.github.pscsdk.pluginhost.problem;
