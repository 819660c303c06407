/** What the tests of several packages share. */
package io.github.pscsdk.plugin.cps.internal;
