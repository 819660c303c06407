/** The health check of card logins, in less than three seconds. Never presents a code, never names a person. */
package io.github.pscsdk.plugin.cps.internal.health;
