/** The check of an ID token beside the bare check of its signature. */
package io.github.pscsdk.benchmark.oidc;
