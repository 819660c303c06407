/** The edge: foreign exceptions, and a service that comes and goes. */
package io.github.pscsdk.plugin.cps.internal.pcsc;
