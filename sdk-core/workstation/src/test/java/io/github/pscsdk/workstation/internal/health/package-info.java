/** The health check against real sockets, real TLS and a runtime that is cut to size. */
package io.github.pscsdk.workstation.internal.health;
