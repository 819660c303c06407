/** Tests of what cannot be seen through the public door: private copies. */
package io.github.pscsdk.pluginhost;
