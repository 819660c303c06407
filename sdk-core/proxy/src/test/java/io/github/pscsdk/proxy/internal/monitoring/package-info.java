/** Tests of what an operator is told. */
package io.github.pscsdk.proxy.internal.monitoring;
