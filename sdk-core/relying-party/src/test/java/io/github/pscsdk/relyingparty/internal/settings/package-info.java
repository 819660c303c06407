/** Tests of how settings are read. */
package io.github.pscsdk.relyingparty.internal.settings;
