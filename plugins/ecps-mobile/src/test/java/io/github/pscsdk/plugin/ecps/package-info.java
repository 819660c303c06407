/** The e-CPS authenticator without any engine, and its archive as the engine will find it. */
package io.github.pscsdk.plugin.ecps;
