/** Tests of the engine's threads. */
package io.github.pscsdk.pluginhost.thread;
