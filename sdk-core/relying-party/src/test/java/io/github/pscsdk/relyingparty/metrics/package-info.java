/** Tests of the meters. */
package io.github.pscsdk.relyingparty.metrics;
