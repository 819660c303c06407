/** How long the health check of a workstation takes where all is well. */
package io.github.pscsdk.benchmark.doctor;
