/** Logins and watches over virtual readers, with a context in the place of the engine. */
package io.github.pscsdk.plugin.cps.internal.login;
