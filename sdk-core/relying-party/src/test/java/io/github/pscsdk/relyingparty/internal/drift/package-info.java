/** Tests of what tells an operator that Pro Santé Connect has changed. */
package io.github.pscsdk.relyingparty.internal.drift;
