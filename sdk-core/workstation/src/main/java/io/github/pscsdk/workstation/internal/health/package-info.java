/** The health check. For the client itself; blocks for some seconds at most and can be interrupted. */
package io.github.pscsdk.workstation.internal.health;
