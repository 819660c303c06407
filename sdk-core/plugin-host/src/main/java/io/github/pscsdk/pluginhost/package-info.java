/** The settings of a host of plug-ins: which archives are trusted, and the way out of the network. */
@NullMarked
package io.github.pscsdk.pluginhost;

import org.jspecify.annotations.NullMarked;
