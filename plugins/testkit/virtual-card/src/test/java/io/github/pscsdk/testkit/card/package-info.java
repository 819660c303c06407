/** Tests of the virtual cards and their readers, by the APDUs of cps-card, section 7. */
package io.github.pscsdk.testkit.card;
