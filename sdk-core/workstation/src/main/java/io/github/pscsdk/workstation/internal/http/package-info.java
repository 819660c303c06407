/** Talks to the vendor's server half. The only user of OkHttp. No type here prints what it holds. */
package io.github.pscsdk.workstation.internal.http;
