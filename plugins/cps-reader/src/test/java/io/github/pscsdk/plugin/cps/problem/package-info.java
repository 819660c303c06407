/** The texts. */
package io.github.pscsdk.plugin.cps.problem;
