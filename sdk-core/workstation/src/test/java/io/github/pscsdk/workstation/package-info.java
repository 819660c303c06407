/** Tests of the workstation half through its public door, against a mock server half and plug-ins made on the spot. */
package io.github.pscsdk.workstation;
