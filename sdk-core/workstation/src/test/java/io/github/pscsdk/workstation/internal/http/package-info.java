/** Tests of what cannot be seen through the public door: gaps in the network. */
package io.github.pscsdk.workstation.internal.http;
