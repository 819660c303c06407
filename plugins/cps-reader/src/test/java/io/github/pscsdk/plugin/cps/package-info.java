/** The authenticator as the engine sees it, and its archive. */
package io.github.pscsdk.plugin.cps;
