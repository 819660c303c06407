/** Tests of what tells an operator that Pro Santé Connect has changed. */
package io.github.pscsdk.proxytools.internal.drift;
